import { reasonWords } from "@/components/pipelines/reason-words";
import type { GlyphName } from "@/components/ui/glyph";
import type { EventQueueHealth } from "@/lib/contract/target";
import { formatAge } from "@/lib/domain/age";
import { countOf } from "@/lib/domain/count-words";
import { elapsedMs } from "@/lib/domain/elapsed";

export interface QueueWords {
  tone: "good" | "neutral" | "wait" | "bad";
  glyph: GlyphName;
  head: string;
  /** What it means, or why it is not relied on. */
  why: string;
}

/** A queue answers at least every 20 s; this long without an answer is no accident. */
const SILENT_MS = 60_000;

/** Whether a target's events say what to read, and why not, at `now` (epoch ms). */
export function queueWords(queue: EventQueueHealth | undefined, now: number): QueueWords {
  if (queue === undefined) {
    return { tone: "neutral", glyph: "list", head: "No queue", why: "changes are found by reading" };
  }
  if (queue.trouble !== undefined) {
    return { tone: "bad", glyph: "broken", head: "Queue cannot be read", why: whyNot(queue.trouble) };
  }
  if (queue.notDeleted !== undefined) {
    return { tone: "wait", glyph: "broken", head: "Events come again", why: whyNotDeleted(queue.notDeleted) };
  }
  if (queue.answeredAt === null) {
    return { tone: "neutral", glyph: "clock", head: "Waiting for the queue", why: "it has not answered yet" };
  }
  const silence = elapsedMs(queue.answeredAt, now) ?? 0;
  if (silence >= SILENT_MS) {
    return {
      tone: "wait",
      glyph: "clock",
      head: "Queue is silent",
      why: `no answer for ${formatAge(silence)}`,
    };
  }
  if (queue.reliable)
    return { tone: "good", glyph: "check", head: "Reliable", why: "what changes is read at once" };
  if (queue.newestEventAt === null) {
    return { tone: "neutral", glyph: "clock", head: "No event yet", why: "read as often as without a queue" };
  }
  return { tone: "wait", glyph: "clock", head: "Not relied on", why: "read as often as without a queue" };
}

/** AWS's long sentence about a permission says one thing: which one. */
function whyNot(trouble: string): string {
  const permission = /not authorized to perform: (sqs:\w+)/.exec(trouble)?.[1];
  return permission === undefined ? reasonWords(trouble) : `the role lacks ${permission}`;
}

/** AWS names it in small letters, or by the operation, which no policy knows. */
function whyNotDeleted(trouble: string): string {
  return /not authorized to perform: sqs:/.test(trouble)
    ? "the role lacks sqs:DeleteMessage"
    : whyNot(trouble);
}

/** How events came: `newest 22 s ago, took 1 s`; null before the first. */
export function newestEventWords(queue: EventQueueHealth | undefined, now: number): string | null {
  if (queue === undefined || queue.newestEventAt === null) return null;
  const newest = `newest ${formatAge(elapsedMs(queue.newestEventAt, now) ?? 0)} ago`;
  if (queue.lagMs === null) return newest;
  return `${newest}, took ${queue.lagMs < 1000 ? "under 1 s" : formatAge(queue.lagMs)}`;
}

/** How many came, and what of them was no use; null before the first. */
export function countedEventWords(queue: EventQueueHealth | undefined): string | null {
  if (queue === undefined || queue.events + queue.unreadable === 0) return null;
  return [
    countOf(queue.events, "event"),
    queue.repeated > 0 && `${queue.repeated} repeated`,
    queue.unreadable > 0 && `${queue.unreadable} unreadable`,
  ]
    .filter((part) => part !== false)
    .join(", ");
}
