import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tags } from "@/lib/domain/pipeline-tags";
import { db } from "./store";
import { stored } from "./stored";
import { pipelineTags, type TagsDenied } from "./tables/pipeline-tags";

/** What AWS said of a pipeline's tags. */
export interface KeptTags {
  pipeline: string;
  /** Null when they could not be read. */
  tags: Tags | null;
  denied: TagsDenied | null;
  /** Epoch milliseconds of the server's clock. */
  readAtMs: number;
}

/** What is known of a target's pipelines, by name. Throws `store.unavailable`. */
export async function keptTags(target: string): Promise<KeptTags[]> {
  const { pipeline, tags, denied, readAt } = pipelineTags;
  const rows = await stored(() =>
    db()
      .select({ pipeline, tags, denied, readAt })
      .from(pipelineTags)
      .where(eq(pipelineTags.target, target))
      .orderBy(pipeline),
  );
  return rows.map(({ readAt: at, ...row }) => ({ ...row, readAtMs: at.getTime() }));
}

/** Keeps what AWS said, of each pipeline once; tags that were known stay when they may not be read any more. Throws `store.unavailable`. */
export async function keepTags(target: string, read: readonly KeptTags[]): Promise<void> {
  if (read.length === 0) return;
  const rows = read.map(({ readAtMs, ...row }) => ({ target, ...row, readAt: new Date(readAtMs) }));
  await stored(() =>
    db()
      .insert(pipelineTags)
      .values(rows)
      .onConflictDoUpdate({
        target: [pipelineTags.target, pipelineTags.pipeline],
        set: {
          tags: sql`coalesce(excluded.tags, ${pipelineTags.tags})`,
          denied: sql`excluded.denied`,
          readAt: sql`excluded.read_at`,
        },
      }),
  );
}

/** Forgets the pipelines of a target that are none of these. Throws `store.unavailable`. */
export async function forgetTags(target: string, except: readonly string[]): Promise<void> {
  const others = notInArray(pipelineTags.pipeline, [...except]);
  await stored(() =>
    db()
      .delete(pipelineTags)
      .where(and(eq(pipelineTags.target, target), others)),
  );
}
