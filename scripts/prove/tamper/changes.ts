import type { Random } from "../clicks/random";

/** One way to change a log of `rows` rows without being entitled to; SQL that does it, past all triggers. */
export type Change = { name: string; sql: (random: Random, rows: number) => string };

const row = (random: Random, rows: number) => random.between(1, rows);

/** A later row that begins anew from the changed one, with hashes made right: only anchors can tell. */
const rehashFrom = (seq: number) => `
  do $$ declare one record; before text; begin
    select hash into before from receipt_log where seq = (select max(seq) from receipt_log where seq < ${seq});
    before := coalesce(before, repeat('0', 64));
    for one in select * from receipt_log where seq >= ${seq} order by seq loop
      update receipt_log set previous_hash = before, hash = encode(sha256(convert_to(concat_ws(E'\\n', before, one.seq,
        one.kind, coalesce(one.receipt_id::text, ''), one.step, one.entry::text), 'UTF8')), 'hex')
      where seq = one.seq returning hash into before;
    end loop; end $$`;

/** Everything somebody with the database in their hands might do. */
export const CHANGES: readonly Change[] = [
  {
    name: "an entry changed",
    sql: (random, rows) =>
      `update receipt_log set entry = jsonb_set(entry, '{person_name}', '"Somebody Else"') where seq = ${row(random, rows)}`,
  },
  {
    name: "one letter of an entry changed",
    sql: (random, rows) =>
      `update receipt_log set entry = jsonb_set(entry, '{reason}', to_jsonb(overlay(coalesce(entry->>'reason', 'x') placing '~' from 1))) where seq = ${row(random, rows)}`,
  },
  {
    name: "a step changed",
    sql: (random, rows) => `update receipt_log set step = 'x' || step where seq = ${row(random, rows)}`,
  },
  {
    name: "a hash changed",
    sql: (random, rows) =>
      `update receipt_log set hash = overlay(hash placing 'g' from ${random.between(1, 64)}) where seq = ${row(random, rows)}`,
  },
  {
    name: "a row removed",
    sql: (random, rows) => `delete from receipt_log where seq = ${row(random, rows)}`,
  },
  {
    name: "rows removed",
    sql: (random, rows) => {
      const seq = row(random, rows);
      return `delete from receipt_log where seq between ${seq} and ${seq + random.between(1, 9)}`;
    },
  },
  {
    name: "two rows exchanged",
    sql: (random, rows) => {
      const one = random.between(1, rows - 1);
      const other = random.between(one + 1, rows);
      return `update receipt_log set seq = -1 where seq = ${one}; update receipt_log set seq = ${one} where seq = ${other};
        update receipt_log set seq = ${other} where seq = -1`;
    },
  },
  {
    name: "a row put in",
    sql: (random, rows) => `update receipt_log set seq = -seq where seq > ${row(random, rows) - 1};
      insert into receipt_log (seq, kind, step, entry, previous_hash, hash)
        select coalesce(max(seq), 0) + 1, 'session', 'ended', '{}', repeat('0', 64), repeat('1', 64) from receipt_log where seq > 0;
      update receipt_log set seq = 1 - seq where seq < 0`,
  },
  {
    name: "the tail cut",
    sql: (random, rows) => `delete from receipt_log where seq > ${random.between(0, rows - 1)}`,
  },
  { name: "everything removed", sql: () => "delete from receipt_log" },
  {
    name: "an entry changed and all hashes made right",
    sql: (random, rows) => {
      const seq = row(random, rows);
      return `update receipt_log set entry = entry || '{"person_id": "nobody"}' where seq = ${seq}; ${rehashFrom(seq)}`;
    },
  },
  {
    name: "a row removed, the others numbered anew and all hashes made right",
    sql: (random, rows) => {
      const seq = row(random, rows);
      return `delete from receipt_log where seq = ${seq};
        update receipt_log set seq = -(seq - 1) where seq > ${seq}; update receipt_log set seq = -seq where seq < 0; ${rehashFrom(seq)}`;
    },
  },
  {
    name: "a receipt changed",
    sql: () =>
      "update receipts set person_name = person_name || '.' where id = (select id from receipts order by random() limit 1)",
  },
  {
    name: "a receipt removed",
    sql: () => "delete from receipts where id = (select id from receipts order by random() limit 1)",
  },
];
