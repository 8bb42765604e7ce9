import { expect, test } from "vitest";
import type { LiveMessage } from "@/lib/contract/live";
import { ALL_SEEING } from "../testing/all-seeing";
import type { LiveSource } from "./live-source";
import { beat, opening } from "./opening";
import { sessionTag } from "./session-tag";

const NOW = "2026-11-21T03:12:04.118Z";
const standings = [
  { target: "prod-eu", version: 7, freshness: { kind: "live", asOf: NOW }, isBehind: false },
] as const;
const source: LiveSource = {
  standings: () => [...standings],
  seen: (_viewer, all) => all,
  changesSince: () => [],
};

const firstOf = (sessionId: string, since?: string) =>
  opening(source, { sessionId, viewer: ALL_SEEING }, since, NOW).toString();

test("a stream says first whose it is, by a tag that tells sessions apart and is not their id", () => {
  for (const [since, event] of [
    [undefined, "hello"],
    ["prod-eu.5", "hello"],
    ["x", "reset"],
  ] as const) {
    const first = firstOf("s1", since);
    expect(first).toContain(`event: ${event}`);
    expect(first).toContain(`"session":"${sessionTag("s1")}"`);
    expect(first).not.toContain('"s1"');
    expect(firstOf("s2", since)).toContain(`"session":"${sessionTag("s2")}"`);
  }
  const later: LiveMessage = beat(standings, NOW, true);
  expect(later.data).not.toHaveProperty("session");
});
