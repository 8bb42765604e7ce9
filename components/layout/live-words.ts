import { formatAge } from "@/lib/domain/age";
import type { LiveState } from "@/lib/queries/live/live-state";

export interface LiveWords {
  /** What the chip says in place of how many targets are fresh; undefined while that can be said. */
  chip?: string;
  sentence: string;
}

/** What is said of the stream of changes at `now` (epoch ms). `late`: it has not begun for longer than it should. */
export function liveWords(live: LiveState, now: number, late: boolean): LiveWords {
  switch (live.kind) {
    case "live":
      return { sentence: "Live: changes come by themselves." };
    case "connecting":
    case "asleep":
      return {
        chip: late ? "connecting" : undefined,
        sentence: "Connecting for live changes. Until then the page asks every few seconds.",
      };
    case "ended":
      return { chip: "signed out", sentence: "Signed out. Nothing here is live." };
    case "lost": {
      const age = formatAge(Math.max(0, now - live.since));
      return {
        chip: `not live for ${age}`,
        sentence: `The live connection was lost ${age} ago. It is tried again, and the page asks every few seconds until then.`,
      };
    }
  }
}
