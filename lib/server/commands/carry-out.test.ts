import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReceipt, listReceipts } from "../store/receipts";
import { closeStore } from "../store/store";
import { ACCEPTED, approving } from "../testing/counted-press";
import { openHouse, type TestHouse } from "../testing/house";
import { presser } from "../testing/presser";
import { press } from "./press";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("press without a database", () => {
  it("answers store.unavailable and sends nothing when the receipt cannot be written", async () => {
    const { what, sent } = approving(ACCEPTED);
    const url = process.env.DATABASE_URL;
    await closeStore();
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/none";
    try {
      await expect(press(presser("approver"), what)).rejects.toMatchObject({
        code: "store.unavailable",
        status: 503,
      });
    } finally {
      await closeStore();
      process.env.DATABASE_URL = url;
    }
    expect(sent).toHaveLength(0);
  });

  it("sends nothing when the receipt cannot be written for lack of space, while reads go on", async () => {
    const { what, sent } = approving(ACCEPTED);
    const earlier = await press(presser("approver"), approving(ACCEPTED).what);
    await house.database.query(
      "create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$",
    );
    await house.database.query(
      "create trigger full_disk before insert on receipts for each row execute function full_disk()",
    );
    try {
      await expect(press(presser("approver"), what)).rejects.toMatchObject({ code: "store.unavailable" });
      expect((await listReceipts({ limit: 1 })).items).toEqual([earlier]);
    } finally {
      await house.database.query("drop trigger full_disk on receipts");
    }
    expect(sent).toHaveLength(0);
    expect((await press(presser("approver"), what)).state).toBe("accepted");
  });

  it("sends nothing when `sent` cannot be committed, and settles the receipt as never sent", async () => {
    const by = presser("approver");
    const { what, sent } = approving(ACCEPTED);
    await house.database.query(
      "create function no_sent() returns trigger language plpgsql as $$ begin if new.state = 'sent' then raise exception 'shutting down' using errcode = '57P01'; end if; return new; end $$",
    );
    await house.database.query(
      "create trigger no_sent before update on receipts for each row execute function no_sent()",
    );
    try {
      await expect(press(by, what)).rejects.toMatchObject({ code: "store.unavailable" });
    } finally {
      await house.database.query("drop trigger no_sent on receipts");
    }
    expect(sent).toHaveLength(0);
    expect((await press(by, what)).refusal).toMatchObject({ code: "store.unavailable", beforeSending: true });
  });

  it("sends nothing when `sent` is committed only late, and settles the receipt as never sent", async () => {
    const by = presser("approver");
    const { what, sent } = approving(ACCEPTED);
    await house.database.query(
      "create function slow_sent() returns trigger language plpgsql as $$ begin if new.state = 'sent' then perform pg_sleep(2.1); end if; return new; end $$",
    );
    await house.database.query(
      "create trigger slow_sent before update on receipts for each row execute function slow_sent()",
    );
    try {
      await expect(press(by, what)).rejects.toMatchObject({ code: "store.unavailable" });
    } finally {
      await house.database.query("drop trigger slow_sent on receipts");
    }
    expect(sent).toHaveLength(0);
    expect((await press(by, what)).refusal).toMatchObject({ code: "store.unavailable", beforeSending: true });
  });

  it("answers what AWS did as sent when that cannot be written, and writes it later", async () => {
    const by = presser("approver");
    await house.database.query(
      "create function no_accepted() returns trigger language plpgsql as $$ begin if new.state = 'accepted' then raise exception 'shutting down' using errcode = '57P01'; end if; return new; end $$",
    );
    await house.database.query(
      "create trigger no_accepted before update on receipts for each row execute function no_accepted()",
    );
    const { what, sent } = approving(ACCEPTED);
    const receipt = await press(by, what);
    expect(receipt).toMatchObject({ state: "sent", awsRequestId: "req-1" });
    await house.database.query("drop trigger no_accepted on receipts");
    await expect
      .poll(async () => (await findReceipt(by.idempotencyKey))?.receipt.state, { timeout: 5000 })
      .toBe("accepted");
    expect(sent).toHaveLength(1);
  });
});
