import { expect, test } from "vitest";
import type { LiveMessage } from "@/lib/contract/live";
import { ALL_SEEING } from "../testing/all-seeing";
import type { LiveSource } from "./live-source";
import { beat, opening } from "./opening";

const NOW = "2026-11-21T03:12:04.118Z";
const standings = [
  { target: "prod-eu", version: 7, freshness: { kind: "live", asOf: NOW }, isBehind: false },
] as const;
const source: LiveSource = {
  standings: () => [...standings],
  seen: (_viewer, all) => all,
  changesSince: () => [],
};

const firstOf = (tag: string, since?: string) =>
  opening(source, { sessionId: "s1", tag, viewer: ALL_SEEING }, since, NOW).toString();

test("a stream says first whose it is, by its tag, and never by the id of the session", () => {
  for (const [since, event] of [
    [undefined, "hello"],
    ["prod-eu.5", "hello"],
    ["x", "reset"],
  ] as const) {
    const first = firstOf("one", since);
    expect(first).toContain(`event: ${event}`);
    expect(first).toContain('"session":"one"');
    expect(first).not.toContain('"s1"');
  }
  const later: LiveMessage = beat(standings, NOW, true);
  expect(later.data).not.toHaveProperty("session");
});
