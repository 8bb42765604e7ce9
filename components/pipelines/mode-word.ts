const WORDS: Record<string, string> = { SUPERSEDED: "superseded", QUEUED: "queued", PARALLEL: "parallel" };

/** An execution mode as people say it; one that AWS has added since by its own name. */
export function modeWord(executionMode: string): string {
  return WORDS[executionMode] ?? executionMode;
}
