import clsx from "clsx";
import { Signal } from "@/components/ui/signal";
import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { useDrained } from "./drained";
import { executionPath } from "./execution-path";

/** How far one execution has come, 20 px high: a station per stage, and its own box where it stands. */
export function ExecutionRail({ execution }: { execution: ExecutionSummary }) {
  const drained = useDrained();
  const { stops, label, box, ended } = executionPath(execution);
  return (
    <span className="flex h-5 w-full min-w-0 items-center pr-[60px]">
      {stops.map((stop, index) => (
        <span key={stop.stage} className={clsx("flex items-center", index > 0 && "shrink-0 grow basis-auto")}>
          {index > 0 && <span aria-hidden className="mx-px h-0.5 min-w-1.5 flex-1 bg-rail" />}
          {stop.waitsBefore && (
            <>
              {box === "train" ? (
                <Train label={label} kind="track" drained={drained} />
              ) : (
                <Ticket label={label} drained={drained} />
              )}
              {stop.gate && (
                <span className="mx-px">
                  <Signal closed drained={drained} />
                </span>
              )}
              <span aria-hidden className="mx-px h-0.5 w-1 shrink-0 bg-rail" />
            </>
          )}
          <StatusIcon standing={stop.standing} percent={stop.percentComplete} drained={drained} decorative />
          {stop.here && box === "train" && (
            <span className={clsx("ml-0.5 inline-flex", index === stops.length - 1 && "-mr-[62px]")}>
              <Train label={label} kind={stop.standing === "Approval" ? "person" : "run"} drained={drained} />
            </span>
          )}
          {stop.here && box === "ticket" && (
            <span className={clsx("ml-0.5 inline-flex", index === stops.length - 1 && "-mr-[58px]")}>
              <Ticket label={label} drained={drained} />
            </span>
          )}
        </span>
      ))}
      <span className="sr-only">{ended}</span>
    </span>
  );
}
