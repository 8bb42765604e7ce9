import "server-only";
import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "./store";
import { stored } from "./stored";
import { pipelineSnapshots } from "./tables/pipeline-snapshots";
import { targetWatches } from "./tables/target-watches";

/** Tells that rows were written: of which target, up to which version, by whom. Never the rows themselves. */
export const CHANGES_CHANNEL = "pipedeck_changes";

/** What a notice of that channel says. */
const Notice = z.object({ target: z.string(), version: z.number(), holder: z.string() });
type ChangesNotice = z.infer<typeof Notice>;

type Row = typeof pipelineSnapshots.$inferSelect;

/** One pipeline as it is stored. */
export type StoredSnapshot = Pick<Row, "name" | "version" | "gone" | "listed" | "state" | "trouble"> & {
  depth: "row" | "full" | null;
  readAtMs: number | null;
};

/** Where to read on: after this row. */
export interface SnapshotPlace {
  version: number;
  name: string;
}

/**
 * Writes snapshots in one statement, tells everybody who listens, and answers true; answers false and writes nothing
 * when the session `holder` does not hold the target any more. A row never gets an older version. What is written
 * last may be lost when PostgreSQL is killed in the same moment: nobody waits for its disk. Throws `store.unavailable`.
 *
 * @param version highest version there is of the target
 */
export async function writeSnapshots(
  target: string,
  holder: string,
  version: number,
  rows: readonly StoredSnapshot[],
): Promise<boolean> {
  const column = (of: (row: StoredSnapshot) => unknown) => sql.param(rows.map(of));
  const notice = JSON.stringify({ target, version, holder } satisfies ChangesNotice);
  const written = await stored(() =>
    db().execute(sql`
      with held as (
        update ${targetWatches} set version = greatest(version, ${version}::bigint)
        where target = ${target} and holder = ${holder}
        returning target
      ), written as (
        insert into ${pipelineSnapshots} as known
          (target, name, version, gone, listed, state, trouble, depth, read_at)
        select held.target, one.name, one.version, one.gone, one.listed::json, one.state::json, one.trouble::json,
          one.depth, one.read_at
        from held, unnest(
          ${column((row) => row.name)}::text[],
          ${column((row) => row.version)}::bigint[],
          ${column((row) => row.gone)}::boolean[],
          ${column((row) => toJson(row.listed))}::text[],
          ${column((row) => toJson(row.state))}::text[],
          ${column((row) => toJson(row.trouble))}::text[],
          ${column((row) => row.depth)}::text[],
          ${column((row) => toInstant(row.readAtMs))}::timestamptz[]
        ) as one (name, version, gone, listed, state, trouble, depth, read_at)
        on conflict (target, name) do update set
          version = excluded.version, gone = excluded.gone, listed = excluded.listed, state = excluded.state,
          trouble = excluded.trouble, depth = excluded.depth, read_at = excluded.read_at, written_at = now()
        where excluded.version > known.version
      )
      select set_config('synchronous_commit', 'off', true), pg_notify(${CHANGES_CHANNEL}, ${notice}) from held`),
  );
  return written.rows.length > 0;
}

/** Snapshots after a place, in the order of their versions, at most `limit`. Throws `store.unavailable`. */
export async function snapshotsAfter(
  target: string,
  place: SnapshotPlace,
  limit: number,
): Promise<StoredSnapshot[]> {
  const { version, name } = pipelineSnapshots;
  const rows = await stored(() =>
    db()
      .select()
      .from(pipelineSnapshots)
      .where(
        and(
          eq(pipelineSnapshots.target, target),
          or(gt(version, place.version), and(eq(version, place.version), gt(name, place.name))),
        ),
      )
      .orderBy(asc(version), asc(name))
      .limit(limit),
  );
  return rows.map((row) => ({
    name: row.name,
    version: row.version,
    gone: row.gone,
    listed: row.listed,
    state: row.state,
    trouble: row.trouble,
    depth: row.depth === "row" || row.depth === "full" ? row.depth : null,
    readAtMs: row.readAt?.getTime() ?? null,
  }));
}

/** Forgets pipelines that vanished more than an hour ago, and up to which version. Throws `store.unavailable`. */
export async function forgetGone(target: string, holder: string): Promise<void> {
  await stored(() =>
    db().execute(sql`
      with forgotten as (
        delete from ${pipelineSnapshots}
        where target = ${target} and gone and written_at < now() - interval '1 hour'
          and exists (select from ${targetWatches} where target = ${target} and holder = ${holder})
        returning version
      )
      update ${targetWatches}
      set forgotten_version = greatest(forgotten_version, (select max(version) from forgotten))
      where target = ${target} and exists (select from forgotten)`),
  );
}

/**
 * Names of the pipelines there are, when others that vanished after a version were forgotten already, and up to which
 * version; undefined when none were. Throws `store.unavailable`.
 */
export async function leftAfter(
  target: string,
  version: number,
): Promise<{ forgotten: number; names: string[] } | undefined> {
  const { rows } = await stored(() =>
    db().execute<{ forgotten: number; names: string[] }>(sql`
      select forgotten_version::float8 as forgotten,
        array(select name from ${pipelineSnapshots} where target = ${target} and not gone) as names
      from ${targetWatches} where target = ${target} and forgotten_version > ${version}::bigint`),
  );
  return rows[0];
}

/** A notice as it was sent; undefined for anything else. */
export function toNotice(payload: string): ChangesNotice | undefined {
  try {
    return Notice.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

/** JSON has no undefined; what PostgreSQL cannot hold in text it holds escaped. */
function toJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function toInstant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
