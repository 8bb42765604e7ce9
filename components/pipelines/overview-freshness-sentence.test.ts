import { expect, test } from "vitest";
import { troubleWords } from "./overview-freshness-sentence";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

test("throttled tells what is known and when it is read next", () => {
  const words = troubleWords(
    "payments",
    { kind: "throttled", asOf: at(-360), since: at(-300), nextTryAt: at(12) },
    NOW,
  );
  expect(`${words?.lead} ${words?.text}`).toBe(
    "AWS is throttling payments. Rows below are what we knew at 03:06:10 UTC, 6 min ago. Next read in 12 s; nothing here is live.",
  );
});

test("denied names the permission that is missing and who lacks it", () => {
  const words = troubleWords(
    "prod-us",
    {
      kind: "denied",
      asOf: null,
      since: at(-60),
      nextTryAt: at(30),
      permission: "codepipeline:ListPipelines",
      principal: "pipedeck-read",
    },
    NOW,
  );
  expect(words?.text).toBe(
    "pipedeck-read lacks codepipeline:ListPipelines. Nothing has been read yet. Next read in 30 s.",
  );
});

test("unreachable tells since when, how often and why", () => {
  const words = troubleWords(
    "platform",
    {
      kind: "unreachable",
      asOf: at(-1320),
      since: at(-1320),
      nextTryAt: at(0),
      reason: "connect ECONNREFUSED.",
      tries: 1,
    },
    NOW,
  );
  expect(words?.text).toBe(
    "No good reply since 02:50:10 UTC, 1 try: connect ECONNREFUSED. Rows below are what we knew at 02:50:10 UTC, 22 min ago. Reading again now.",
  );
});

test("a target that answers has no trouble", () => {
  expect(troubleWords("prod-eu", { kind: "live", asOf: at(-2) }, NOW)).toBeNull();
});
