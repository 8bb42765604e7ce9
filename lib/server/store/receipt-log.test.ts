import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../new-id";
import { openHouse, type TestHouse } from "../testing/house";
import { revokeSession, startSession } from "./people-sessions";
import { hashAt, logHead, recordEvent } from "./receipt-log";
import { recordReceipt, stepReceipt } from "./receipt-steps";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function newPress() {
  return {
    id: newId(),
    verb: "stop" as const,
    target: "dev-eu",
    pipeline: "shop",
    precondition: newId(),
    person: { id: "operator", name: "Olivia Brandt" },
    sessionId: newId(),
    reason: "“wrong” commit\n\u{1F6A8}",
    requestHash: "",
    recordedAtMs: 1.7e12,
  };
}

it("however many write at once, rows are numbered without a gap and each has the hash of the one before", async () => {
  await Promise.all(
    Array.from({ length: 40 }, async (_none, index) => {
      if (index % 4 === 0) return recordEvent("session", "sign-in", { personId: "operator", index });
      const press = newPress();
      await recordReceipt(press);
      await stepReceipt(press.id, { kind: "send", at: new Date(1.7e12).toISOString() }, { index });
    }),
  );
  const rows = await house.database.query(
    "select seq::int, kind, receipt_id, step, entry::text as entry, previous_hash, hash from receipt_log order by seq",
  );
  let previous = "0".repeat(64);
  for (const [index, row] of rows.entries()) {
    expect([row.seq, row.previous_hash]).toEqual([index + 1, previous]);
    const lines = [row.previous_hash, row.seq, row.kind, row.receipt_id ?? "", row.step, row.entry];
    previous = createHash("sha256").update(lines.join("\n")).digest("hex");
    expect(row.hash).toBe(previous);
  }
  expect(await logHead()).toEqual({ seq: rows.length, hash: previous });
  expect(await hashAt(rows.length)).toBe(previous);
});

it("a step of a receipt and its row in the log are written together or not at all", async () => {
  const press = newPress();
  await recordReceipt(press);
  await house.database.query(
    "create function no_log() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = '53100'; end $$",
  );
  await house.database.query(
    "create trigger no_log before insert on receipt_log for each row execute function no_log()",
  );
  const send = stepReceipt(press.id, { kind: "send", at: new Date(1.7e12).toISOString() });
  await expect(send).rejects.toMatchObject({ code: "store.unavailable" });
  await house.database.query("drop trigger no_log on receipt_log");
  expect(await house.database.query("select state from receipts where id = $1", [press.id])).toEqual([
    { state: "recorded" },
  ]);
});

it.each([
  "update receipt_log set step = 'accepted'",
  "delete from receipt_log where seq = 1",
  "truncate receipt_log",
  "delete from receipts",
  "truncate receipts",
])("PostgreSQL refuses: %s", async (change) => {
  await expect(house.database.query(change)).rejects.toThrow("only ever added to");
});

it("who signs in and out is in the log, by PostgreSQL itself", async () => {
  const id = newId();
  const session = { id, provider: "demo", seconds: 60 };
  const person = { id: "viewer", name: "Vera Lang", groups: ["viewer"] };
  await startSession({ ...session, person });
  await revokeSession(id);
  await revokeSession(id);
  expect(
    await house.database.query(
      "select kind, step, entry->>'person_id' as person, entry->>'revoked_by' as by from receipt_log where entry->>'id' = $1 order by seq",
      [id],
    ),
  ).toEqual([
    { kind: "session", step: "signed-in", person: "viewer", by: null },
    { kind: "session", step: "ended", person: "viewer", by: "viewer" },
  ]);
});
