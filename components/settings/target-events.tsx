import clsx from "clsx";
import { Glyph } from "@/components/ui/glyph";
import type { EventQueueHealth } from "@/lib/contract/target";
import { useAllAtNow } from "@/lib/queries/server-now";
import { countedEventWords, newestEventWords, queueWords } from "./queue-words";

const TONES = { good: "text-good", neutral: "text-ink-3", wait: "text-wait", bad: "text-bad" } as const;

/** Whether events say what to read of a target, why not, and how late the newest was. */
export function TargetEvents({ queue }: { queue: EventQueueHealth | undefined }) {
  const { tone, glyph, head, why, newest } = useAllAtNow((now) => ({
    ...queueWords(queue, now),
    newest: newestEventWords(queue, now),
  }));
  const counted = countedEventWords(queue);
  return (
    <span className="flex flex-col">
      <span className="flex items-baseline gap-1.5">
        <Glyph name={glyph} size={12} className={clsx("self-center", TONES[tone])} />
        <span className={clsx("font-medium", tone === "bad" || tone === "wait" ? TONES[tone] : "text-ink")}>
          {head}
        </span>
      </span>
      <span className="line-clamp-3 text-secondary break-words text-ink-3" title={queue?.trouble}>
        {why}
      </span>
      {newest !== null && (
        <span className="num text-secondary text-ink-3" title={counted ?? undefined}>
          {newest}
        </span>
      )}
    </span>
  );
}
