import { describe, expect, it } from "vitest";
import { PartnerWorld } from "./testing/partner";

const failureDetails = { type: "SystemUnavailable", message: "Down for repairs" };

describe("PutThirdPartyJobFailureResult", () => {
  it("fails the customer's action", () => {
    const partner = new PartnerWorld();
    const named = partner.takeJob();
    expect(
      partner.askAsPartner("PutThirdPartyJobFailureResult", { ...named, failureDetails }),
    ).toBeUndefined();
    expect(partner.publish()).toMatchObject({
      status: "Failed",
      errorDetails: { code: "SystemUnavailable", message: "Down for repairs" },
    });
    expect(partner.refusalToPartner("PutThirdPartyJobFailureResult", { ...named, failureDetails })).toContain(
      "InvalidJobStateException",
    );
  });

  it("refuses the token of another client and jobs that are not there", () => {
    const partner = new PartnerWorld();
    const named = { ...partner.takeJob(), failureDetails };
    expect(
      partner.refusalToPartner("PutThirdPartyJobFailureResult", { ...named, clientToken: "x" }),
    ).toContain("InvalidClientTokenException");
    expect(partner.refusalToPartner("PutThirdPartyJobFailureResult", { ...named, jobId: "x" })).toContain(
      "JobNotFoundException",
    );
  });
});
