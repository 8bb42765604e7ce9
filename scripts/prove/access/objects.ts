import { randomUUID } from "node:crypto";
import { readJson, type Session } from "../../testing/session";
import { type Role, sees } from "./rules";

/** What a path is filled in with. */
export interface Target {
  target: string;
  pipeline: string;
  id: string;
  stage: string;
  action: string;
  /** Of an action of the execution. */
  run: string;
  receipt: string;
  /** Of the admin. */
  session: string;
}

interface Row {
  target: string;
  name: string;
  asOf: string | null;
  stations: { stage: string; train?: { executionId: string } }[];
}

interface State {
  state: {
    stages: { name: string; actions: { name: string }[] }[];
    onTheLine: { id: string }[];
    finishedLast: { id: string }[];
  };
}

interface Execution {
  execution: { stages: { actions: { id: string }[] }[] };
}

/** Everything there is, as the admin sees it. */
export class Town {
  constructor(
    readonly rows: readonly Row[],
    /** By `target/pipeline`, ids of receipts. */
    readonly receipts: ReadonlyMap<string, string>,
    private readonly objects: ReadonlyMap<string, Target>,
  ) {}

  object(target: string, pipeline: string): Target {
    const object = this.objects.get(`${target}/${pipeline}`);
    if (!object) throw new Error(`the world has no ${pipeline} in ${target}`);
    return object;
  }

  /** Words that nothing may say to somebody of this role: names, ids of executions and of receipts. */
  secrets(role: Role): string[] {
    const seen = this.rows.filter((row) => sees(role, row.target, row.name));
    const hidden = this.rows.filter((row) => !sees(role, row.target, row.name));
    const said = seen.map((row) => `${row.target} ${row.name}`).join(" ");
    const words = hidden.flatMap((row) => [
      row.name,
      row.target,
      ...row.stations.flatMap(({ train }) => train?.executionId ?? []),
      ...[
        this.receipts.get(`${row.target}/${row.name}`),
        this.objects.get(`${row.target}/${row.name}`)?.id,
      ].flatMap((id) => id ?? []),
    ]);
    return [...new Set(words)].filter((word) => !said.includes(word));
  }
}

/** The same as an object, down to the length of its names, but that it does not exist. */
export function twinOf(object: Target, ofTarget: boolean): Target {
  const other = (name: string) => name.replace(/[a-z]/g, (_letter, at: number) => (at % 2 === 0 ? "q" : "x"));
  return {
    ...object,
    receipt: randomUUID(),
    session: randomUUID(),
    ...(ofTarget ? { target: other(object.target) } : { pipeline: other(object.pipeline) }),
  };
}

/** Reads everything as the admin, some of it to the ground. */
export async function readTown(
  url: string,
  admin: Session,
  receipts: ReadonlyMap<string, string>,
  places: readonly (readonly [target: string, pipeline: string])[],
): Promise<Town> {
  const { items } = await readJson<{ items: Row[] }>(url, admin, "/api/pipelines");
  const sessions = await readJson<{ items: { id: string }[] }>(url, admin, "/api/sessions");
  const objects = new Map<string, Target>();
  for (const [target, pipeline] of places) {
    const { state } = await readJson<State>(url, admin, `/api/pipelines/${target}/${pipeline}/state`);
    const stage = state.stages.at(-1);
    const newest = [...state.onTheLine, ...state.finishedLast][0]?.id;
    objects.set(`${target}/${pipeline}`, {
      target,
      pipeline,
      id: newest ?? randomUUID(),
      run: (newest && (await runOf(url, admin, `${target}/${pipeline}`, newest))) ?? randomUUID(),
      stage: stage?.name ?? "Prod",
      action: stage?.actions[0]?.name ?? "none",
      session: sessions.items[0]?.id ?? randomUUID(),
      receipt: receipts.get(`${target}/${pipeline}`) ?? randomUUID(),
    });
  }
  return new Town(items, receipts, objects);
}

async function runOf(url: string, admin: Session, pipeline: string, id: string): Promise<string | undefined> {
  const path = `/api/pipelines/${pipeline}/executions/${id}`;
  const { execution } = await readJson<Execution>(url, admin, path);
  return execution.stages.flatMap(({ actions }) => actions)[0]?.id;
}
