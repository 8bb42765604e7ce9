import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeServer } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { ReceiptState } from "@/lib/domain/receipt";
import { learnServerNow } from "@/lib/queries/server-now";
import { StagePanelStopped } from "./stage-panel-stopped";

const NOW = "2026-11-21T03:00:00.000Z";

beforeEach(() => learnServerNow(NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function showAfter(...states: ReceiptState[]) {
  const items = states.map((state) => ({
    verb: "stop",
    state,
    person: { id: "olivia", name: "Olivia Brandt" },
    recordedAt: NOW,
  }));
  fakeServer(() => ({ status: 200, body: { items, freshness: {}, now: NOW } }));
  renderAs("viewer", <StagePanelStopped of={{ target: "t", pipeline: "p", stage: "s" }} executionId="e" />);
}

test.each<[ReceiptState[], RegExp]>([
  [["confirmed"], /^Stopped by Olivia Brandt /],
  [["refused", "accepted"], /^Stopped by Olivia Brandt /],
  [["undecided", "confirmed"], /^Stopped by Olivia Brandt /],
  [["unknown"], /^Stopped by Olivia Brandt, of whose press it is not known what came, or past Pipedeck/],
  [["undecided"], /of whose press it is not known what came/],
  [["no-effect"], /^Stopped past Pipedeck/],
  [["refused"], /^Stopped past Pipedeck/],
  [[], /^Stopped past Pipedeck/],
])("after stops that are %j it says no more than is known", async (states, words) => {
  showAfter(...states);
  expect((await screen.findByText(/^Stopped/)).textContent).toMatch(words);
});
