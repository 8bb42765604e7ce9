import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { PipelineRowSentence } from "./pipeline-row-sentence";

afterEach(cleanup);

const station = (stage: string) => ({ stage, standing: "Failed", waiting: [], gateClosed: false });
const ROW: PipelineRow = {
  ...{ target: "prod", name: "media", executionMode: "SUPERSEDED", status: "Failed", running: 0 },
  ...{ stations: [station("Encode"), station("Publish")], sentence: { text: "It failed" }, asOf: null },
};

const about = (row: PipelineRow) => {
  const { container } = render(<PipelineRowSentence row={row} drained={false} />);
  const of = container.querySelector<HTMLElement>("[data-why]")?.dataset;
  cleanup();
  return of && [of.why, of.whyRun];
};

test("the card of a failed row is about the last stage that stands failed", () => {
  expect(about(ROW)).toEqual(["Publish", undefined]);
  expect(about({ ...ROW, status: "Succeeded" })).toBeUndefined();
});

test("side by side it is about the newest execution, where that failed", () => {
  const parallel = { ...ROW, executionMode: "PARALLEL" };
  expect(about({ ...parallel, failed: { stage: "Encode", executionId: "e2" } })).toEqual(["Encode", "e2"]);
  expect(about(parallel)).toBeUndefined();
});

test("of a pipeline that is denied alone the sentence names the permission that is missing", () => {
  const row = { ...ROW, status: "Succeeded", denied: "codepipeline:GetPipelineState" };
  const { container } = render(<PipelineRowSentence row={row} drained />);
  expect(container.textContent).toBe(
    "It may not be read. The role of prod lacks codepipeline:GetPipelineState",
  );
});
