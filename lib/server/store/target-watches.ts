import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { Freshness } from "@/lib/domain/freshness";
import { db } from "./store";
import { stored } from "./stored";
import { type ToldFreshness, targetWatches } from "./tables/target-watches";

/** Tells that targets beat: their rows are worth reading again. */
export const BEATS_CHANNEL = "pipedeck_beats";
/**
 * Versions skipped when a target changes hands. PostgreSQL may lose what it confirmed in its last moments when it is
 * killed; nobody who saw those versions must mistake later ones for them.
 */
const SKIPPED_VERSIONS = 100_000;

/** All of a row, and how long ago its holder last gave a sign of life, both in the database's time. */
const columns = {
  ...getTableColumns(targetWatches),
  silentMs: sql<number | null>`(1000 * extract(epoch from now() - ${targetWatches.beatAt}))::float8`,
};

/** What the store says about a target as a whole. */
export interface StoredWatch {
  target: string;
  version: number;
  forgottenVersion: number;
  listReadAtMs: number | null;
  freshness: Freshness | null;
  /** Of pipelines that cannot be read though the target can; as `Beat` had them. */
  troubles: object;
  holder: string | null;
  /** Since the holder's last sign of life; null when there never was one. */
  silentMs: number | null;
}

/** One sign of life of a target's holder. */
export interface Beat {
  target: string;
  listReadAtMs: number | null;
  freshness: Freshness;
  /** Of pipelines that cannot be read though the target can: anything that JSON can say. */
  troubles?: object;
}

/**
 * Makes the session `holder`, which has the target's lock, the only one whose writes for it count. Answers the row as it
 * was before, and the version from which the new holder counts on. Throws `store.unavailable`.
 *
 * @param atLeast version to count on from at least, so that a store that was emptied does not begin anew
 */
export async function claimTarget(
  target: string,
  holder: string,
  atLeast = 0,
): Promise<{ version: number; before: StoredWatch | null }> {
  const mine = eq(targetWatches.target, target);
  return stored(() =>
    db().transaction(async (claim) => {
      await claim.insert(targetWatches).values({ target }).onConflictDoNothing();
      const [before] = await claim.select(columns).from(targetWatches).where(mine).for("update");
      const known = before && before.holder !== null ? before : null;
      const version = Math.max(atLeast, known ? known.version + SKIPPED_VERSIONS : 0);
      await claim.update(targetWatches).set({ holder, version, beatAt: sql`now()` }).where(mine);
      return { version, before: known && toStoredWatch(known) };
    }),
  );
}

/**
 * Writes signs of life and tells everybody who listens. Answers the targets that the session `holder` still holds;
 * the others' rows stay as they are. Throws `store.unavailable`.
 */
export async function beatTargets(holder: string, beats: readonly Beat[]): Promise<string[]> {
  const column = (of: (beat: Beat) => unknown) => sql.param(beats.map(of));
  const instants = column(({ listReadAtMs }) => toInstant(listReadAtMs));
  const { rows } = await stored(() =>
    db().execute<{ target: string }>(sql`
      with held as (
        update ${targetWatches} as watched
        set beat_at = now(), list_read_at = beat.list_read_at, freshness = beat.freshness::json
        from unnest(
          ${column(({ target }) => target)}::text[],
          ${instants}::timestamptz[],
          ${column(({ freshness, troubles }) => JSON.stringify({ ...freshness, troubles } satisfies ToldFreshness))}::text[]
        ) as beat (target, list_read_at, freshness)
        where watched.target = beat.target and watched.holder = ${holder}
        returning watched.target
      ), told as materialized (
        select set_config('synchronous_commit', 'off', true), pg_notify(${BEATS_CHANNEL}, ${holder})
        where exists (select from held)
      )
      select held.target from held left join told on true`),
  );
  return rows.map(({ target }) => target);
}

/** What is known of every target. Throws `store.unavailable`. */
export async function readTargetWatches(): Promise<StoredWatch[]> {
  const rows = await stored(() => db().select(columns).from(targetWatches));
  return rows.map(toStoredWatch);
}

function toStoredWatch(row: typeof targetWatches.$inferSelect & { silentMs: number | null }): StoredWatch {
  return {
    target: row.target,
    version: row.version,
    forgottenVersion: row.forgottenVersion,
    listReadAtMs: row.listReadAt?.getTime() ?? null,
    freshness: row.freshness && withoutTroubles(row.freshness),
    troubles: row.freshness?.troubles ?? {},
    holder: row.holder,
    silentMs: row.silentMs,
  };
}

function withoutTroubles({ troubles: _troubles, ...freshness }: ToldFreshness): Freshness {
  return freshness;
}

function toInstant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
