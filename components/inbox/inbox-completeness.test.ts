import { expect, test } from "vitest";
import { completenessWords } from "./inbox-completeness";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const at = (secondsAgo: number) => new Date(NOW - secondsAgo * 1000).toISOString();
const live = { "prod-eu": { kind: "live" as const, asOf: at(4) } };

test("a list of all says that there is nothing else, and how old that is", () => {
  expect(completenessWords(live, NOW, true)).toBe(
    "Nothing else needs a person. Every target was read within 4 s.",
  );
});

test("a list that leaves some out says how many, and never that there is nothing else", () => {
  expect(completenessWords(live, NOW, true, 412)).toBe(
    "412 more items are not listed. What you may act on is listed first, then the worst. Every target was read within 4 s.",
  );
  expect(completenessWords(live, NOW, true, 1)).toMatch(/^1 more item is not listed\. /);
  const old = {
    "prod-eu": { ...live["prod-eu"], kind: "catching-up" as const, asOf: at(90), read: 0, total: 1 },
  };
  expect(completenessWords(old, NOW, true, 412)).toMatch(
    /^412 more items are not listed as far as is known\. prod-eu is /,
  );
});
