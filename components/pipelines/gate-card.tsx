import clsx from "clsx";
import type { ReactNode } from "react";
import { Age } from "@/components/ui/age";
import { formatAge } from "@/lib/domain/age";
import { exactInstant } from "@/lib/domain/instant-words";
import type { StageState } from "@/lib/domain/pipeline-state";
import { principalName } from "@/lib/domain/principal-name";
import { shortInstant } from "@/lib/domain/short-instant";
import { waitingTrains } from "@/lib/domain/station";
import { useAtNow } from "@/lib/queries/server-now";
import { useDrained } from "./drained";
import { gateExpiry, gateQueue } from "./gate-words";

/** A closed transition: since when, by whom, why, and who stands in front of it in order. */
export function GateCard({
  stage,
  children,
  button,
}: {
  stage: StageState;
  children?: ReactNode;
  /** Opens it. */
  button?: ReactNode;
}) {
  const { changedAt, reason } = stage.transition;
  const changedBy = stage.transition.changedBy && principalName(stage.transition.changedBy);
  const drained = useDrained();
  const expiry = useAtNow((now) => gateExpiry(changedAt, now));
  const today = useAtNow((now) => new Date(now).toISOString().slice(0, 10));
  const queue = gateQueue(waitingTrains(stage).map((each) => each.label));
  return (
    <section
      aria-label={`Closed transition into ${stage.name}`}
      className={clsx(
        "rounded-control border px-1.5 py-1 text-secondary text-ink-2",
        drained ? "border-line-2 bg-surface hatched" : "border-wait-edge/45 bg-wait-tint",
      )}
    >
      <p className="font-semibold text-ink">
        Closed
        {changedAt !== undefined && (
          <>
            {" "}
            <Age at={changedAt} ago className="!normal-nums" />
          </>
        )}
      </p>
      {(changedBy !== undefined || changedAt !== undefined) && (
        <p
          className="truncate text-ink"
          title={[stage.transition.changedBy, changedAt && exactInstant(changedAt)]
            .filter(Boolean)
            .join(", ")}
        >
          {changedBy !== undefined && `by ${changedBy}`}
          {changedBy !== undefined && changedAt !== undefined && ", "}
          {changedAt !== undefined && shortInstant(changedAt, today)}
        </p>
      )}
      {reason !== undefined && (
        <p className="line-clamp-4 break-words" title={reason}>
          “{reason}”
        </p>
      )}
      {children ?? (queue !== undefined && <p className="mt-0.5 text-label break-words">{queue}</p>)}
      {expiry !== undefined && (
        <p className="mt-0.5 text-label font-semibold text-wait">
          {expiry === "over"
            ? "Closed over 30 days: what waits will not resume"
            : `${formatAge(expiry)} left to resume`}
        </p>
      )}
      {button}
    </section>
  );
}
