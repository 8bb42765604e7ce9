type Station = { stage: string; standing: string; percentComplete?: number; [member: string]: unknown };

/** What the bench reads of a row. */
export type Row = {
  target: string;
  name: string;
  status: string | null;
  running: number;
  stations: Station[];
  asOf: string | null;
  [member: string]: unknown;
};

type Change = { target: string; name: string; version: number; set: Record<string, unknown> };

export type ChangeMaker = {
  /** The next change: of one of these rows (`target/name`), or of any. Tells it of the rows too. */
  next: (among: readonly string[]) => Change;
  versions: () => Record<string, number>;
};

/** Rows that were not read yet get the state of those that were, in turns. */
export function fillIn(rows: readonly Row[]): Row[] {
  const read = rows.filter(({ status }) => status !== null);
  if (read.length === 0) throw new Error("None of the pipelines was read yet.");
  return rows.map((row, index) => {
    const like = row.status === null ? read[index % read.length] : row;
    return { ...like, ...row, ...(row.status === null ? stateOf(like) : {}) };
  });
}

function stateOf(row: Row | undefined): Partial<Row> {
  const { target: _target, name: _name, ...state } = row ?? {};
  return state;
}

/** What becomes of a pipeline that is pushed to, in turns. */
const TURNS = [
  { status: "InProgress", running: 1, sentence: { text: "Build has been running for a while" } },
  { status: "InProgress", running: 1, sentence: { lead: "Deploy.", text: "35 % done" } },
  { status: "Failed", running: 0, sentence: { lead: "Deploy failed.", text: "The change set is not valid" } },
  { status: "Succeeded", running: 0, sentence: { text: "Live everywhere since just now" } },
] as const;

/** Makes changes of rows, each as small as the server would tell it, with versions that grow by target. */
export function changeMaker(rows: Row[]): ChangeMaker {
  const byKey = new Map(rows.map((row) => [`${row.target}/${row.name}`, row]));
  const keys = [...byKey.keys()];
  const versions: Record<string, number> = {};
  for (const { target } of rows) versions[target] = 1;
  let made = 0;
  return {
    versions: () => ({ ...versions }),
    next: (among) => {
      made += 1;
      // Places spread by the golden ratio: all over the list, the same in every run.
      const part = (made * 0.618033988749895) % 1;
      const from = among.length > 0 ? among : keys;
      const row = byKey.get(from[Math.floor(part * from.length)] ?? "") ?? rows[0];
      if (row === undefined) throw new Error("There is no pipeline to change.");
      const version = (versions[row.target] ?? 0) + 1;
      versions[row.target] = version;
      const turn = TURNS[made % TURNS.length] ?? TURNS[0];
      const last = row.stations.length - 1;
      const before = row.stations[last] ?? { stage: "Source", standing: "Succeeded" };
      const station = { standing: turn.status, revision: made.toString(16).padStart(7, "0") };
      const set = { ...turn, changedAt: new Date().toISOString(), stations: { [last]: station } };
      Object.assign(row, { ...set, stations: [...row.stations.slice(0, -1), { ...before, ...station }] });
      return { target: row.target, name: row.name, version, set };
    },
  };
}
