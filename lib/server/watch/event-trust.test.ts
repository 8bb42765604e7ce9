import { expect, test } from "vitest";
import { EventTrust } from "./event-trust";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function fed(): EventTrust {
  const trust = new EventTrust();
  trust.event("orders-api", 0);
  return trust;
}

test("a queue that answers but never brought an event is not relied on", () => {
  expect(new EventTrust().isReliable(SECOND, SECOND)).toBe(false);
});

test("a queue that brings events is relied on, until it stops answering for a minute", () => {
  const trust = fed();
  expect(trust.isReliable(59 * SECOND, 0)).toBe(true);
  expect(trust.isReliable(61 * SECOND, 0)).toBe(false);
  expect(trust.isReliable(63 * SECOND, 62 * SECOND)).toBe(true);
});

test("changes that events announced leave the trust as it is, whichever comes first", () => {
  const trust = fed();
  for (let index = 1; index <= 20; index += 1) {
    trust.changeFound("ledger-core", 10 * index * SECOND);
    trust.event("ledger-core", 10 * index * SECOND + 500);
    trust.event("orders-api", 10 * index * SECOND);
    trust.changeFound("orders-api", 10 * index * SECOND + 500);
  }
  expect(trust.isReliable(5 * MINUTE, 5 * MINUTE)).toBe(true);
});

test("three changes nobody announced within a minute end the trust, and ten minutes later it is back", () => {
  const trust = fed();
  for (const name of ["a", "b", "c"]) trust.changeFound(name, SECOND);
  expect(trust.isReliable(30 * SECOND, 30 * SECOND)).toBe(true);
  expect(trust.isReliable(2 * MINUTE, 2 * MINUTE)).toBe(false);
  expect(trust.isReliable(11 * MINUTE, 11 * MINUTE)).toBe(true);
});

test("two that nobody announced may be the account's own quirks", () => {
  const trust = fed();
  for (const name of ["a", "b"]) trust.changeFound(name, SECOND);
  expect(trust.isReliable(2 * MINUTE, 2 * MINUTE)).toBe(true);
});
