import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RevisionPlace } from "@/lib/contract/revisions";
import type { Freshness } from "@/lib/domain/freshness";
import { learnServerNow } from "@/lib/queries/server-now";
import { RevisionLine } from "./revision-line";

const now = Date.now();
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();

beforeEach(() => learnServerNow(ago(0)));
afterEach(cleanup);

function show(freshness: Freshness) {
  const place: RevisionPlace = {
    ...{ target: "prod-eu", pipeline: "shop", others: 0, stops: [], freshness },
    execution: {
      ...{ id: "0f4c21aa-0000-4000-8000-000000000000", status: "Succeeded", standing: "Succeeded" },
      ...{ revisions: [], executionType: "STANDARD", stages: [] },
    },
    sentence: { text: "It is in Prod" },
  };
  render(<RevisionLine place={place} today={ago(0).slice(0, 10)} repliedAt={ago(0)} />);
}

test("where the pipeline is live, its age is no word", () => {
  show({ kind: "live", asOf: ago(4) });
  expect(screen.getByText("Succeeded")).toBeDefined();
  expect(screen.queryByText(/live|denied|throttled/)).toBeNull();
});

test.each<[string, Freshness]>([
  ["denied", { ...trouble("denied"), permission: "codepipeline:GetPipelineState" }],
  ["throttled", trouble("throttled")],
  ["unreachable", { ...trouble("unreachable"), reason: "ECONNREFUSED", tries: 3 }],
  ["catching up", { kind: "catching-up", asOf: ago(300), read: 0, total: 1 }],
  ["catching up", { kind: "catching-up", asOf: null, read: 0, total: 1 }],
])("where it is %s, it says so, and what it shows is past", (word, freshness) => {
  show(freshness);
  expect(screen.getByText("was Succeeded")).toBeDefined();
  expect(screen.getByText(new RegExp(word))).toBeDefined();
});

function trouble<Kind extends Freshness["kind"]>(kind: Kind) {
  return { kind, asOf: ago(300), since: ago(240), nextTryAt: ago(-12) };
}
