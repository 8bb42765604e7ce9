import type { Train } from "@/lib/domain/pipeline";
import type { Revision } from "@/lib/domain/revision";

const WORDS: Record<Train["kind"], string> = {
  run: "working",
  person: "waits for a person",
  track: "waits for track",
};

/** What the pointer reads on a train: what it does, its commit's message and author, and its execution. */
export function trainTitle(train: Train, revision?: Revision): string {
  const known = revision?.shortId === train.label ? revision : undefined;
  const by = known?.author === undefined ? undefined : `by ${known.author}`;
  const lines = [
    `${train.label}: ${WORDS[train.kind]}`,
    [known?.summary, by].filter(Boolean).join(", "),
    `execution ${train.executionId.slice(0, 8)}`,
  ];
  return lines.filter(Boolean).join("\n");
}
