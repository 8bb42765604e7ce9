import { describe, expect, it } from "vitest";
import { PartnerWorld, skillId } from "./testing/partner";

describe("GetThirdPartyJobDetails", () => {
  it("answers what to do and the nonce, without the pipeline's ARN and the execution", () => {
    const partner = new PartnerWorld();
    const [{ jobId, clientId } = { jobId: "", clientId: "" }] = partner.poll();
    const { jobDetails } = partner.askAsPartner<{
      jobDetails: { data: { pipelineContext: Record<string, unknown> } };
    }>("GetThirdPartyJobDetails", { jobId, clientToken: clientId });
    expect(jobDetails).toMatchObject({
      id: jobId,
      nonce: "3",
      data: {
        actionTypeId: skillId,
        actionConfiguration: { configuration: { SkillId: "amzn-1", Token: "hush" } },
        inputArtifacts: [{ name: "src" }],
        outputArtifacts: [],
      },
    });
    expect(Object.keys(jobDetails.data.pipelineContext)).toEqual(["pipelineName", "stage", "action"]);
  });

  it("refuses a token of another client, a job that is over and one that is not there", () => {
    const partner = new PartnerWorld();
    const named = partner.takeJob();
    expect(partner.refusalToPartner("GetThirdPartyJobDetails", { ...named, clientToken: "x" })).toContain(
      "InvalidClientTokenException",
    );
    expect(partner.refusalToPartner("GetThirdPartyJobDetails", { ...named, jobId: "x" })).toContain(
      "JobNotFoundException",
    );
    partner.askAsPartner("PutThirdPartyJobSuccessResult", named);
    expect(partner.refusalToPartner("GetThirdPartyJobDetails", named)).toContain("InvalidJobException");
  });
});
