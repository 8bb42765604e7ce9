import { Age } from "@/components/ui/age";
import { formatDuration } from "@/lib/domain/duration";
import { clockTime } from "@/lib/domain/instant-words";

/** When a run was and how long it took, or since when it goes on. */
export function RunPanelTimes({ run }: { run: { startedAt?: string; endedAt?: string } }) {
  const { startedAt, endedAt } = run;
  if (startedAt === undefined) return null;
  if (endedAt === undefined) {
    return (
      <span className="num">
        since {clockTime(startedAt)}, <Age at={startedAt} precise />
      </span>
    );
  }
  const ms = Date.parse(endedAt) - Date.parse(startedAt);
  return (
    <span className="num">
      {clockTime(startedAt)} to {clockTime(endedAt)}
      {!Number.isNaN(ms) && `, ${formatDuration(ms)}`}
    </span>
  );
}
