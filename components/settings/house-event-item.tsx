import { StatusIcon } from "@/components/ui/status-icon";
import type { HouseEvent } from "@/lib/contract/house-event";
import { houseEventWords } from "@/lib/domain/house-event-words";
import { exactInstant } from "@/lib/domain/instant-words";

/** One event: who, what, where, why, and when. */
export function HouseEventItem({ event }: { event: HouseEvent }) {
  const { at, kind, person, words } = event;
  return (
    <li className="grid min-h-8 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b px-3 py-1.5 last:border-b-0 max-sm:px-4">
      <StatusIcon standing={kind === "denied" ? "Failed" : "Succeeded"} decorative />
      <span className="min-w-0 break-words text-ink">
        {person !== undefined && (
          <span className="font-medium" title={person.id}>
            {person.name}{" "}
          </span>
        )}
        {houseEventWords(event)}
        {words !== undefined && <span className="text-secondary text-ink-3"> {words}</span>}
      </span>
      <time dateTime={at} className="num text-secondary whitespace-nowrap text-ink-3 max-sm:col-start-2">
        {at === undefined ? "" : exactInstant(at).replace(/ UTC$/, "")}
      </time>
    </li>
  );
}
