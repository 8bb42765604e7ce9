import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { learnServerNow } from "@/lib/queries/server-now";
import { overviewLayout } from "./overview-layout";
import { OverviewRow } from "./overview-row";

afterEach(cleanup);

const NOW = "2026-11-21T03:00:00.000Z";
const permission = "codepipeline:GetPipelineState";
const ROW: PipelineRow = {
  ...{ target: "prod", name: "media", executionMode: "SUPERSEDED", status: "Succeeded", running: 0 },
  ...{ stations: [], sentence: { text: "MEDIA-12 Captions" }, asOf: NOW, denied: permission },
};
const DENIED: Freshness = { kind: "denied", asOf: NOW, since: NOW, nextTryAt: NOW, permission };

function wordsOf(freshness: Freshness, showTarget: boolean): string {
  learnServerNow(NOW);
  const shown = { row: ROW, freshness, repliedAt: NOW, showTarget, changed: false, gone: false };
  const { container } = render(<OverviewRow {...shown} layout={overviewLayout(1440)} />);
  const words = container.textContent ?? "";
  cleanup();
  return words;
}

test("a pipeline that may not be read says so, unless it stands under the banner that says it of all", () => {
  const says = "It may not be read.";
  expect(wordsOf({ kind: "live", asOf: NOW }, false)).toContain(says);
  expect(wordsOf(DENIED, true)).toContain(says);
  expect(wordsOf(DENIED, false)).not.toContain(says);
  expect(wordsOf(DENIED, false)).toMatch(/^was Succeeded.*MEDIA-12 Captions/);
});
