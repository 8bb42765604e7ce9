"use client";

import type { Waiting } from "@/lib/domain/waiting";
import { waitingTime } from "@/lib/domain/waiting-time";
import { useAtNow } from "@/lib/queries/server-now";

/** Under a stage, in a few lines: why it is not moving, or what it does. All of it stands in the stage's panel. */
export function StageNote({ stage, waiting }: { stage: string; waiting: Waiting }) {
  const time = useAtNow((now) => waitingTime(waiting, now));
  const said = waiting.lead?.startsWith(stage) ? waiting.text : [waiting.lead, waiting.text].join(" ").trim();
  const text = [said.replace(/^(the|it|rules?) /, capital), time].filter(Boolean).join(" ");
  return (
    <p className="line-clamp-4 text-label break-words text-ink-3" title={text}>
      {text}
    </p>
  );
}

/** Words of ours begin a sentence with a capital; names and ids stay as they are. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
