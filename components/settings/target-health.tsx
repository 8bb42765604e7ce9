import clsx from "clsx";
import type { ReactNode } from "react";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import type { Target } from "@/lib/contract/target";
import { formatAccount } from "@/lib/domain/account-words";
import { formatCount } from "@/lib/domain/count-words";
import { useAllAtNow } from "@/lib/queries/server-now";
import { TARGET_COLUMNS } from "./target-columns";
import { TargetEvents } from "./target-events";
import { targetFreshnessWords } from "./target-freshness-words";
import { TargetRequests } from "./target-requests";

const TONES = { wait: "bg-wait-tint text-wait", bad: "bg-bad-tint text-bad" } as const;

/** One target with everything that is known about reading it. */
export function TargetHealth({ target }: { target: Target }) {
  const { name, id, account, region, freshness, pipelines, pressesOff, watch } = target;
  const { calm, trouble } = useAllAtNow((now) => targetFreshnessWords(name, freshness, now));
  const quiet = freshness.kind === "live";
  return (
    <li className="border-b last:border-b-0">
      <div
        className={clsx(
          "grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-1.5 px-3 py-2.5 max-sm:px-4",
          TARGET_COLUMNS,
        )}
      >
        <h3 className="min-w-0 font-semibold break-words text-ink max-lg:col-span-full">
          {name} <span className="font-mono text-secondary font-normal text-ink-3 lg:block">{id}</span>
        </h3>
        <Fact name="Account">
          <span className="font-mono text-secondary text-ink-2">{formatAccount(account)}</span>{" "}
          <span className="text-secondary text-ink-3 lg:block">{region}</span>
        </Fact>
        <Fact name="Freshness">
          <FreshnessChip freshness={freshness} brief={quiet} />
          {calm !== null && (
            <span className="num text-secondary text-ink-3 max-lg:pl-2 lg:block">{calm}</span>
          )}
        </Fact>
        <Fact name="Pipelines" className="lg:text-right">
          <span className="num">{pipelines === null ? "not read yet" : formatCount(pipelines)}</span>
        </Fact>
        <Fact name="Requests">
          <TargetRequests watch={watch} />
        </Fact>
        <Fact name="Events">
          <TargetEvents queue={watch.queue} />
        </Fact>
        {pressesOff !== undefined && (
          <p className="col-span-full mt-0.5 flex gap-2 text-secondary text-ink-2">
            <Glyph name="lock" size={12} className="mt-[3px] text-ink-3" />
            <span className="min-w-0 break-words">{pressesOff}</span>
          </p>
        )}
        {trouble !== null && (
          <p
            className={clsx(
              "num col-span-full mt-0.5 flex gap-2 rounded-control px-2.5 py-1.5 text-body",
              TONES[trouble.tone],
            )}
          >
            <Glyph name={trouble.glyph} className="mt-[3px]" />
            <span className="min-w-0 break-words">
              <strong className="font-semibold">{trouble.lead}</strong> {trouble.text}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}

/** A name that the columns' heads say where there are any. */
function Fact({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className={clsx("max-lg:contents", className)}>
      <span aria-hidden className="text-ink-3 lg:hidden">
        {name}
      </span>
      <div className="min-w-0 text-ink">{children}</div>
    </div>
  );
}
