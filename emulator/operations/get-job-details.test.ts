import { describe, expect, it } from "vitest";
import { MakeWorld } from "./testing/worker";

describe("GetJobDetails", () => {
  it("answers what PollForJobs told, before and after the job is over", () => {
    const make = new MakeWorld();
    const { id, data } = make.takeJob();
    const details = { jobDetails: { id, data, accountId: "111122223333" } };
    expect(make.ask("GetJobDetails", { jobId: id })).toEqual(details);
    make.ask("PutJobSuccessResult", { jobId: id });
    expect(make.ask("GetJobDetails", { jobId: id })).toEqual(details);
  });

  it("refuses a job that is not there", () => {
    const jobId = "00000000-0000-4000-8000-000000000000";
    expect(new MakeWorld().refusal("GetJobDetails", { jobId })).toContain("JobNotFoundException");
  });
});
