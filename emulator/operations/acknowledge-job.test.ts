import { describe, expect, it } from "vitest";
import { MakeWorld } from "./testing/worker";

const unknown = "00000000-0000-4000-8000-000000000000";

describe("AcknowledgeJob", () => {
  it("gives the job to the worker that comes first; the nonce is good once", () => {
    const make = new MakeWorld();
    const [job] = make.poll();
    const body = { jobId: job?.id, nonce: job?.nonce };
    expect(make.ask("AcknowledgeJob", body)).toEqual({ status: "InProgress" });
    expect(make.refusal("AcknowledgeJob", body)).toContain("InvalidNonceException");
  });

  it("refuses other nonces, jobs that are over and jobs that are not there", () => {
    const make = new MakeWorld();
    const [job] = make.poll();
    expect(make.refusal("AcknowledgeJob", { jobId: job?.id, nonce: "2" })).toContain("InvalidNonceException");
    make.pass(24 * 3_600_000);
    expect(make.refusal("AcknowledgeJob", { jobId: job?.id, nonce: job?.nonce })).toContain(
      "InvalidNonceException",
    );
    expect(make.refusal("AcknowledgeJob", { jobId: unknown, nonce: "3" })).toContain("JobNotFoundException");
    expect(make.refusal("AcknowledgeJob", { jobId: job?.id, nonce: "3" }, { region: "us-east-1" })).toContain(
      "JobNotFoundException",
    );
  });
});
