import fc from "fast-check";
import { expect, it } from "vitest";
import { parseReceiptFilter, toReceiptQuery } from "./receipt-filter";

it("tokens become fields of the query, and the rest is looked for everywhere", () => {
  const text =
    "person:olivia verb:approve,reject outcome:refused since:2026-11-20 until:2026-11-21 checkout INC-481";
  expect(toReceiptQuery(parseReceiptFilter(text))).toEqual({
    person: "olivia",
    verb: "approve,reject",
    state: "refused",
    from: "2026-11-20T00:00:00.000Z",
    to: "2026-11-21T23:59:59.999Z",
    q: "checkout INC-481",
  });
});

it("a token that names nothing known is a word", () => {
  expect(parseReceiptFilter("verb:dance since:yesterday since:2026-99-99 colour:red")).toEqual({
    verbs: [],
    states: [],
    words: "verb:dance since:yesterday since:2026-99-99 colour:red",
  });
});

it("outcome:open is everything that has not come to its end", () => {
  expect(parseReceiptFilter("outcome:open").states).toEqual(["recorded", "sent", "accepted", "unknown"]);
});

it("no text makes it fail", () => {
  fc.assert(fc.property(fc.string(), (text) => toReceiptQuery(parseReceiptFilter(text)) !== undefined));
});
