import { describe, expect, it } from "vitest";
import { PartnerWorld } from "./testing/partner";

describe("AcknowledgeThirdPartyJob", () => {
  it("gives the job to the worker that comes first", () => {
    const partner = new PartnerWorld();
    const [{ jobId, clientId } = { jobId: "", clientId: "" }] = partner.poll();
    const body = { jobId, clientToken: clientId, nonce: "3" };
    expect(partner.askAsPartner("AcknowledgeThirdPartyJob", body)).toEqual({ status: "InProgress" });
    expect(partner.refusalToPartner("AcknowledgeThirdPartyJob", body)).toContain("InvalidNonceException");
  });

  it("refuses the token of another client before it looks at the nonce, and jobs that are not there", () => {
    const partner = new PartnerWorld();
    const [{ jobId } = { jobId: "" }] = partner.poll();
    const body = { jobId, clientToken: "x", nonce: "1" };
    expect(partner.refusalToPartner("AcknowledgeThirdPartyJob", body)).toContain(
      "InvalidClientTokenException",
    );
    expect(partner.refusalToPartner("AcknowledgeThirdPartyJob", { ...body, jobId: "x" })).toContain(
      "JobNotFoundException",
    );
  });
});
