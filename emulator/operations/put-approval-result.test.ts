import { describe, expect, it } from "vitest";
import { minute, second } from "../engine/duration";
import { approval, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const where = { pipelineName: "shop", stageName: "Gate", actionName: "Ask" };
const approved = { status: "Approved", summary: "Looks good" };
const rejected = { status: "Rejected", summary: "Not today" };

function waiting(): { small: SmallWorld; token: string } {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const gate = stage("Gate", [approval(), approval("Other")]);
  small.create(pipelineOf("shop", [gate, stage("Ship", [task("Copy")])]));
  small.pass(minute);
  return { small, token: small.token("shop", "Gate", "Ask") };
}

describe("PutApprovalResult", () => {
  it("approves: the action succeeds with the person's words and name, and has no token any more", () => {
    const { small, token } = waiting();
    const principalArn = "arn:aws:sts::111122223333:assumed-role/approver/arun";
    expect(small.action("shop", "Gate", "Ask").latestExecution).not.toHaveProperty("summary");
    small.pass(1500);
    const answer = small.ask("PutApprovalResult", { ...where, token, result: approved }, { principalArn });
    expect(answer).toEqual({ approvedAt: small.world.now / 1000 });
    const latest = small.action("shop", "Gate", "Ask").latestExecution;
    expect(latest).toMatchObject({ status: "Succeeded", summary: "Looks good", lastUpdatedBy: principalArn });
    expect(latest).not.toHaveProperty("token");
    const [run] = small.actionRuns("shop").filter(({ actionName }) => actionName === "Ask");
    expect(run).toMatchObject({
      updatedBy: principalArn,
      output: { executionResult: { externalExecutionSummary: "Looks good" } },
    });
  });

  it("rejects: action, stage and execution fail, without error details", () => {
    const { small, token } = waiting();
    small.ask("PutApprovalResult", { ...where, token, result: rejected });
    expect(small.action("shop", "Gate", "Ask").latestExecution).toMatchObject({
      status: "Failed",
      summary: "Not today",
    });
    expect(small.action("shop", "Gate", "Ask").latestExecution).not.toHaveProperty("errorDetails");
    expect(small.stage("shop", "Gate").latestExecution?.status).toBe("Failed");
    expect(small.executions("shop")[0]?.status).toBe("Failed");
  });

  it("lets the execution go on once every approval is given", () => {
    const { small, token } = waiting();
    small.ask("PutApprovalResult", { ...where, token, result: { status: "Approved", summary: "" } });
    expect(small.stage("shop", "Gate").latestExecution?.status).toBe("InProgress");
    const other = small.token("shop", "Gate", "Other");
    small.ask("PutApprovalResult", { ...where, actionName: "Other", token: other, result: approved });
    expect(small.stage("shop", "Ship").latestExecution?.status).toBe("InProgress");
  });

  it("takes a summary of 0 to 512 characters; an empty one is not shown", () => {
    const { small, token } = waiting();
    const answer = (summary: string): object => ({
      ...where,
      token,
      result: { status: "Approved", summary },
    });
    expect(small.refusal("PutApprovalResult", answer("x".repeat(513)))).toBe(
      "ValidationException: 1 validation error detected: Value at 'result.summary' failed to satisfy constraint: Member must have length less than or equal to 512",
    );
    small.ask("PutApprovalResult", answer(""));
    expect(small.action("shop", "Gate", "Ask").latestExecution).not.toHaveProperty("summary");
    const other = waiting();
    const longest = "x".repeat(512);
    other.small.ask("PutApprovalResult", {
      ...where,
      token: other.token,
      result: { ...approved, summary: longest },
    });
    expect(other.small.action("shop", "Gate", "Ask").latestExecution?.summary).toBe(longest);
  });

  it("refuses a second answer to the same token, and any token that is not open", () => {
    const { small, token } = waiting();
    const other = small.token("shop", "Gate", "Other");
    expect(small.refusal("PutApprovalResult", { ...where, token: other, result: approved })).toContain(
      "InvalidApprovalTokenException",
    );
    small.ask("PutApprovalResult", { ...where, token, result: approved });
    expect(small.refusal("PutApprovalResult", { ...where, token, result: rejected })).toContain(
      "ApprovalAlreadyCompletedException",
    );
    const unknown = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(small.refusal("PutApprovalResult", { ...where, token: unknown, result: approved })).toContain(
      "InvalidApprovalTokenException",
    );
  });

  it("refuses the token of an approval that timed out or was abandoned", () => {
    const timed = waiting();
    timed.small.pass(8 * 24 * 60 * minute);
    expect(
      timed.small.refusal("PutApprovalResult", { ...where, token: timed.token, result: approved }),
    ).toContain("InvalidApprovalTokenException");
    const { small, token } = waiting();
    const [{ pipelineExecutionId } = { pipelineExecutionId: "" }] = small.executions("shop");
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon: true });
    small.pass(second);
    expect(small.refusal("PutApprovalResult", { ...where, token, result: approved })).toContain(
      "InvalidApprovalTokenException",
    );
  });

  it("takes an answer while the execution is stopping", () => {
    const { small, token } = waiting();
    const [{ pipelineExecutionId } = { pipelineExecutionId: "" }] = small.executions("shop");
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId });
    small.ask("PutApprovalResult", { ...where, token, result: approved });
    small.ask("PutApprovalResult", {
      ...where,
      actionName: "Other",
      token: small.token("shop", "Gate", "Other"),
      result: approved,
    });
    expect(small.status("shop", pipelineExecutionId)).toBe("Stopped");
  });

  it("refuses pipelines, stages and actions that do not exist", () => {
    const { small, token } = waiting();
    const body = { ...where, token, result: approved };
    expect(small.refusal("PutApprovalResult", { ...body, pipelineName: "other" })).toContain(
      "PipelineNotFoundException",
    );
    expect(small.refusal("PutApprovalResult", { ...body, stageName: "Other" })).toBe(
      "StageNotFoundException: Pipeline 'shop' does not have a stage with name 'Other'",
    );
    expect(small.refusal("PutApprovalResult", { ...body, actionName: "Nobody" })).toBe(
      "ActionNotFoundException: Stage 'Gate' does not have an action with name 'Nobody'",
    );
  });
});
