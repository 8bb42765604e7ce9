import { describe, expect, it } from "vitest";
import { PartnerWorld, skillId } from "./testing/partner";

describe("PollForThirdPartyJobs", () => {
  it("hands out the jobs of customers' actions to the partner's account, each with its client", () => {
    const partner = new PartnerWorld();
    expect(partner.publish()).toMatchObject({ status: "InProgress" });
    const [job, ...more] = partner.poll();
    expect(more).toEqual([]);
    expect(job).toEqual({ jobId: expect.any(String), clientId: expect.any(String) });
    expect(partner.poll()).toEqual([]);
    partner.pass(30_000);
    expect(partner.poll()).toEqual([job]);
  });

  it("refuses other accounts, types that nobody polls for and custom types", () => {
    const partner = new PartnerWorld();
    const gitHub = { category: "Source", owner: "ThirdParty", provider: "GitHub", version: "1" };
    expect(partner.refusal("PollForThirdPartyJobs", { actionTypeId: skillId })).toContain(
      "ActionTypeNotFoundException",
    );
    for (const actionTypeId of [gitHub, { ...skillId, owner: "Custom" }])
      expect(partner.refusalToPartner("PollForThirdPartyJobs", { actionTypeId })).toContain(
        "ActionTypeNotFoundException",
      );
  });
});
