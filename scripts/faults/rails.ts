import type { StreamChange } from "../replicas/viewer";

type Station = { stage: string; standing: string; train?: { executionId: string } | null };
type Row = { target: string; name: string; executionMode: string; stations: Station[] };

/** Where a stage can be told to stand by its events: an execution at work in it, or how the last one ended. */
const ENDS = new Set(["Succeeded", "Failed", "Stopped"]);

/**
 * What somebody who hears every change has seen of every stage, in order: `at <execution>` while one is inside, else how
 * the last one ended. Stages of PARALLEL pipelines have no order and are left out.
 */
export class Rails {
  readonly #rows = new Map<string, Row>();
  readonly #seen = new Map<string, string[]>();

  constructor(rows: readonly object[]) {
    for (const row of rows as Row[]) this.#look(row);
  }

  /** Takes a change as the stream tells it. */
  hear({ target, name, row, set }: StreamChange): void {
    const before = this.#rows.get(`${target}/${name}`);
    if (row) this.#look(row as Row);
    else if (set && before) this.#look(patched(before, set) as Row);
  }

  /** By `target/pipeline/stage`; first what was seen at the beginning. */
  get seen(): ReadonlyMap<string, readonly string[]> {
    return this.#seen;
  }

  #look(row: Row): void {
    this.#rows.set(`${row.target}/${row.name}`, row);
    if (row.executionMode === "PARALLEL") return;
    for (const { stage, standing, train } of row.stations) {
      const mark = train ? `at ${train.executionId}` : standing;
      if (!train && !ENDS.has(standing)) continue;
      const key = `${row.target}/${row.name}/${stage}`;
      const marks = this.#seen.get(key) ?? [];
      if (marks.at(-1) !== mark) this.#seen.set(key, [...marks, mark]);
    }
  }
}

/** A JSON merge patch (RFC 7396) in which an object of indexes patches a list; only what a rail is made of matters here. */
function patched(before: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  if (Array.isArray(before))
    return before.map((item, index) => (index in patch ? patched(item, Reflect.get(patch, index)) : item));
  const after: Record<string, unknown> = { ...(typeof before === "object" ? before : {}) };
  for (const [name, value] of Object.entries(patch)) after[name] = patched(after[name], value);
  return after;
}
