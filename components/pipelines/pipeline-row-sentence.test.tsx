import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { learnServerNow } from "@/lib/queries/server-now";
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

test("an approval that runs out keeps the name of its stage beside how long it has", () => {
  learnServerNow("2026-11-21T03:00:00.000Z");
  const sentence = { lead: "Waiting for approval in Prod.", text: "5d1c7f0 Return 409" };
  const saying = (approvalExpiresAt: string) => {
    const row = { ...ROW, status: "Approval", sentence, approvalExpiresAt };
    const { container } = render(<PipelineRowSentence row={row} drained={false} />);
    const text = container.textContent;
    cleanup();
    return text;
  };
  expect(saying("2026-11-21T03:42:30.000Z")).toMatch(
    /^Waiting for approval in Prod, expires in 42 min[^.]*\. 5d1c7f0 Return 409$/,
  );
  expect(saying("2026-11-21T02:59:00.000Z")).toBe(
    "Waiting for approval in Prod, expired. 5d1c7f0 Return 409",
  );
});
