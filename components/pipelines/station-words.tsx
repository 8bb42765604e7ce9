import clsx from "clsx";
import { Age } from "@/components/ui/age";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { formatDuration } from "@/lib/domain/duration";
import { exactInstant } from "@/lib/domain/instant-words";
import type { StageState } from "@/lib/domain/pipeline-state";
import { useAtNow } from "@/lib/queries/server-now";
import { useDrained } from "./drained";

function earliest(instants: Array<string | undefined>): string | undefined {
  return instants.filter((each) => each !== undefined).sort()[0];
}

function TimeLeft({ expiresAt }: { expiresAt: string }) {
  const words = useAtNow((now) => {
    const leftMs = Date.parse(expiresAt) - now;
    return now === 0 ? "" : leftMs > 0 ? formatDuration(leftMs) : "expired";
  });
  return (
    <time dateTime={expiresAt} title={`until ${exactInstant(expiresAt)}`} className="num">
      {words}
    </time>
  );
}

/** The word under a station and how long it has been so: an age, a percentage, or the time an approval has left. */
export function StationWords({ stage, ago = true }: { stage: StageState; ago?: boolean }) {
  const drained = useDrained();
  const expiresAt = earliest(stage.actions.map((action) => action.approval?.expiresAt));
  const runningSince = earliest(
    stage.actions.filter((action) => action.standing === "InProgress").map((action) => action.startedAt),
  );
  const waits = stage.standing === "Approval" && expiresAt !== undefined;
  const runs = stage.standing === "InProgress";
  const since = runs ? (runningSince ?? stage.changedAt) : stage.changedAt;
  return (
    <p className="@container flex h-5 min-w-0 items-baseline gap-1 text-body whitespace-nowrap text-ink-3">
      <span
        title={statusWord(stage.standing, { drained })}
        className={clsx("truncate", statusText(stage.standing, { calm: true, drained }))}
      >
        {statusWord(stage.standing, { drained })}
      </span>
      <span className="shrink-0">
        {runs && stage.percentComplete !== undefined && (
          <span className="num">
            {Math.round(stage.percentComplete)}&nbsp;%{since === undefined ? "" : ", "}
          </span>
        )}
        {waits ? (
          <TimeLeft expiresAt={expiresAt} />
        ) : (
          since !== undefined && (
            <>
              <Age at={since} className="!min-w-0 !normal-nums" />
              {ago && !runs && (
                <span className={drained ? "@max-[176px]:hidden" : "@max-[140px]:hidden"}> ago</span>
              )}
            </>
          )
        )}
      </span>
    </p>
  );
}
