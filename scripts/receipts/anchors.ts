import { existsSync, readFileSync } from "node:fs";

/** What was written down outside the database: by number, the hashes the log had there. */
export type Anchors = { bySeq: Map<number, Set<string>>; last: number };

/** Reads `<number> <hash> <instant>` lines; a last line that broke off is left out. Undefined when there is no file. */
export function readAnchors(file: string): Anchors | undefined {
  if (!existsSync(file)) return undefined;
  const bySeq = new Map<number, Set<string>>();
  let last = 0;
  for (const line of readFileSync(file, "utf8").split("\n").slice(0, -1)) {
    const [, number, hash] = /^(\d+) ([0-9a-f]{64}) /.exec(line) ?? [];
    if (number === undefined || hash === undefined) continue;
    const seq = Number(number);
    bySeq.set(seq, (bySeq.get(seq) ?? new Set()).add(hash));
    last = Math.max(last, seq);
  }
  return { bySeq, last };
}
