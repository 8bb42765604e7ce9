import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "./store";
import { stored } from "./stored";
import { receipts } from "./tables/receipts";

/** A pipeline that somebody pressed something at; it may be gone by now. */
export interface ReceiptPlace {
  target: string;
  pipeline: string;
}

const Rows = z.array(z.object({ target: z.string(), pipeline: z.string() }));

/** Every pipeline that has receipts: one step through the index for each, however many receipts. Throws `store.unavailable`. */
export async function receiptPlaces(): Promise<ReceiptPlace[]> {
  const { target, pipeline } = receipts;
  const first = sql`select ${target}, ${pipeline} from ${receipts}`;
  const inOrder = sql`order by ${target}, ${pipeline} limit 1`;
  const { rows } = await stored(() =>
    db().execute(sql`
      with recursive places as (
        (${first} ${inOrder})
        union all
        select next.target, next.pipeline
        from places, lateral (
          ${first} where (${target}, ${pipeline}) > (places.target, places.pipeline) ${inOrder}
        ) next
      )
      select target, pipeline from places`),
  );
  return Rows.parse(rows);
}

/** Whether a receipt is of one of these pipelines. */
export function isAtPlaces(places: readonly ReceiptPlace[]) {
  const targets = sql.param(places.map(({ target }) => target));
  const pipelines = sql.param(places.map(({ pipeline }) => pipeline));
  return sql`(${receipts.target}, ${receipts.pipeline}) in (select * from unnest(${targets}::text[], ${pipelines}::text[]))`;
}
