import { describe, expect, it } from "vitest";
import { MakeWorld } from "./testing/worker";

const failureDetails = { type: "PermissionError", message: "No key", externalExecutionId: "run-8" };

describe("PutJobFailureResult", () => {
  it("fails the action with the type and the message of the failure", () => {
    const make = new MakeWorld();
    const { id } = make.takeJob();
    expect(make.ask("PutJobFailureResult", { jobId: id, failureDetails })).toBeUndefined();
    expect(make.go()).toMatchObject({
      status: "Failed",
      externalExecutionId: "run-8",
      externalExecutionUrl: "https://make.example/shop/runs/run-8",
      errorDetails: { code: "PermissionError", message: "No key" },
    });
    expect(make.executions("shop")[0]?.status).toBe("Failed");
  });

  it("lets a retry queue another job", () => {
    const make = new MakeWorld();
    const { id } = make.takeJob();
    make.ask("PutJobFailureResult", { jobId: id, failureDetails });
    make.ask("RetryStageExecution", {
      pipelineName: "shop",
      stageName: "Make",
      pipelineExecutionId: make.executions("shop")[0]?.pipelineExecutionId,
      retryMode: "FAILED_ACTIONS",
    });
    const again = make.takeJob();
    expect(again.id).not.toBe(id);
    make.ask("PutJobSuccessResult", { jobId: again.id });
    expect(make.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("refuses jobs that are over, were not taken or are not there", () => {
    const make = new MakeWorld();
    const [job] = make.poll();
    expect(make.refusal("PutJobFailureResult", { jobId: job?.id, failureDetails })).toContain(
      "InvalidJobStateException",
    );
    make.ask("AcknowledgeJob", { jobId: job?.id, nonce: job?.nonce });
    make.ask("PutJobFailureResult", { jobId: job?.id, failureDetails });
    expect(make.refusal("PutJobFailureResult", { jobId: job?.id, failureDetails })).toContain(
      "InvalidJobStateException",
    );
    const jobId = "00000000-0000-4000-8000-000000000000";
    expect(make.refusal("PutJobFailureResult", { jobId, failureDetails })).toContain("JobNotFoundException");
  });
});
