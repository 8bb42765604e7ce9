import { describe, expect, it } from "vitest";
import { answerProblems, errorProblems, shapeProblems } from "./answer-problems";

const id = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";

describe("answerProblems", () => {
  it("finds nothing wrong with a good answer", () => {
    expect(answerProblems("PutApprovalResult", { approvedAt: 1_763_629_200.25 })).toEqual([]);
    expect(answerProblems("StartPipelineExecution", { pipelineExecutionId: id })).toEqual([]);
    expect(answerProblems("TagResource", {})).toEqual([]);
    expect(answerProblems("DeletePipeline", undefined)).toEqual([]);
  });

  it.each([
    ["StartPipelineExecution", { pipelineExecutionID: id }, "pipelineExecutionID is not in the model"],
    ["StartPipelineExecution", { pipelineExecutionId: "x" }, "regular expression"],
    ["StartPipelineExecution", { pipelineExecutionId: null }, "is null instead of absent"],
    ["StartPipelineExecution", { pipelineExecutionId: undefined }, "is undefined instead of absent"],
    ["StartPipelineExecution", undefined, "is undefined instead of absent"],
    ["StartPipelineExecution", [], "is not an object"],
    ["PutApprovalResult", { approvedAt: "2025-11-20T09:00:00Z" }, "is not a number of epoch seconds"],
    ["PutApprovalResult", { approvedAt: 1_763_629_200_250 }, "is not a number of epoch seconds"],
    ["RollbackStage", {}, "RollbackStageOutput.pipelineExecutionId is missing"],
    ["ListPipelines", { pipelines: {} }, "is not a list"],
    ["ListPipelines", { pipelines: [{ version: 1.5 }] }, "pipelines.0.version is not a whole number"],
    ["ListPipelines", { pipelines: [{ name: 5 }] }, "name is not a text"],
    ["ListPipelines", { pipelines: [{ pipelineType: "V3" }] }, "enum value set: [V1, V2]"],
    ["PutActionRevision", { newRevision: "true" }, "is not true or false"],
    ["DeletePipeline", {}, "DeletePipeline has no output"],
  ])("of %s finds what is wrong with %j", (operation, answer, words) => {
    expect(answerProblems(operation, answer).join()).toContain(words);
  });
});

describe("shapeProblems", () => {
  it("looks at keys and values of maps", () => {
    const found = shapeProblems("ActionConfigurationMap", { ["k".repeat(51)]: "v", ok: "" });
    expect(found).toHaveLength(2);
  });
});

describe("errorProblems", () => {
  it("lets the operation's own and the common errors pass", () => {
    expect(errorProblems("GetPipeline", "PipelineNotFoundException")).toEqual([]);
    expect(errorProblems("GetPipeline", "ThrottlingException")).toEqual([]);
    expect(errorProblems("Nothing", "UnknownOperationException")).toEqual([]);
    expect(errorProblems("GetPipeline", "StageNotFoundException")).toEqual([
      "GetPipeline does not list StageNotFoundException",
    ]);
  });
});
