import { KNOWN_STANDINGS, type Standing } from "./standing";

/** Words people use for statuses, beside AWS's own. */
const STATUS_ALIASES: Record<string, readonly string[]> = {
  InProgress: ["inprogress", "running"],
  Approval: ["approval", "waiting"],
  ClosedGate: ["closedgate", "gate"],
  NotYetRun: ["notyetrun", "new"],
};

/** What a pipeline that was never read is called. */
export const STATUS_UNREAD: readonly string[] = ["unread", "notread"];

/** What executions wait for, by kind, each with its words. */
export const WAITING_WORDS: Readonly<Record<"approval" | "gate" | "queue", readonly string[]>> = {
  approval: ["approval", "person"],
  gate: ["gate", "closedgate"],
  queue: ["queue", "stage", "track"],
};

/** Words of a standing, in small letters without blanks. */
export function standingWords(standing: Standing): readonly string[] {
  return STATUS_ALIASES[standing] ?? [standing.toLowerCase().replace(/[^\p{L}]/gu, "")];
}

/** Words of every status there is, the first of each as people say it. */
export const STATUS_WORDS: ReadonlyArray<readonly string[]> = [
  ...KNOWN_STANDINGS.map(standingWords),
  STATUS_UNREAD,
];

export const MODE_WORDS: readonly string[] = ["queued", "superseded", "parallel"];

/** Whether one of the words begins so. */
export function startsOne(words: readonly string[], start: string): boolean {
  return start !== "" && words.some((word) => word.startsWith(start));
}

/** `team=x` in two; without the sign the rest is undefined. */
export function nameAndRest(value: string): { name: string; rest: string | undefined } {
  const at = value.indexOf("=");
  return at === -1
    ? { name: value, rest: undefined }
    : { name: value.slice(0, at), rest: value.slice(at + 1) };
}

/** What of a word is compared: its letters, small. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, "");
}
