import { expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import { targetFreshnessWords } from "./target-freshness-words";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const calm: [Freshness, string][] = [
  [{ kind: "live", asOf: at(-12) }, "oldest read 12 s ago"],
  [{ kind: "catching-up", asOf: null, read: 0, total: 0 }, "reading its list"],
  [{ kind: "catching-up", asOf: null, read: 3, total: 9 }, "3 of 9 pipelines read"],
  [{ kind: "catching-up", asOf: at(-45), read: 8, total: 9 }, "8 of 9 pipelines in time, oldest 45 s ago"],
];
test.each(calm)("while AWS answers, it says how old the oldest is (%#)", (freshness, words) => {
  expect(targetFreshnessWords("Prod", freshness, NOW)).toEqual({ calm: words, trouble: null });
});

const since = { since: at(-120), nextTryAt: at(12) };
const troubles: [Freshness, string][] = [
  [
    { kind: "throttled", asOf: at(-130), ...since },
    "AWS is throttling Prod since 03:10:10 UTC, for 2 min. What pages show of it was read at 03:10:00 UTC or later, 2 min ago. Next try in 12 s.",
  ],
  [
    { kind: "unreachable", asOf: null, since: at(-120), nextTryAt: at(0), reason: "refused.", tries: 1 },
    "Prod does not answer since 03:10:10 UTC, for 2 min, 1 try: refused. Nothing was read before. Trying again now.",
  ],
  [
    { kind: "unreachable", asOf: null, ...since, reason: "AWS answered something else", tries: 41 },
    "Prod cannot be understood since 03:10:10 UTC, for 2 min, 41 tries: AWS answered something else. Nothing was read before. Next try in 12 s.",
  ],
  [
    {
      kind: "denied",
      asOf: null,
      ...since,
      permission: "codepipeline:ListPipelines",
      principal: "arn:aws:sts::444455556666:assumed-role/pipedeck-read/pipedeck",
    },
    "Prod may not be read since 03:10:10 UTC, for 2 min. The role pipedeck-read lacks codepipeline:ListPipelines. Nothing was read before. Next try in 12 s.",
  ],
];
test.each(troubles)(
  "trouble says what, since when, why, what is known and when it is tried next (%#)",
  (of, words) => {
    const { calm: quiet, trouble } = targetFreshnessWords("Prod", of, NOW);
    expect(quiet).toBeNull();
    expect(`${trouble?.lead} ${trouble?.text}`).toBe(words);
  },
);
