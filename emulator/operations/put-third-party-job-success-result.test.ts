import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { PartnerWorld, skillType } from "./testing/partner";

describe("PutThirdPartyJobSuccessResult", () => {
  it("lets the customer's action succeed", () => {
    const partner = new PartnerWorld();
    const named = partner.takeJob();
    const body = { ...named, executionDetails: { summary: "Published", percentComplete: 100 } };
    expect(partner.askAsPartner("PutThirdPartyJobSuccessResult", body)).toBeUndefined();
    expect(partner.publish()).toMatchObject({ status: "Succeeded", summary: "Published" });
    expect(partner.refusalToPartner("PutThirdPartyJobSuccessResult", named)).toContain(
      "InvalidJobStateException",
    );
  });

  it("gives each job of an action the time that the type says", () => {
    const partner = new PartnerWorld();
    for (let turn = 0; turn < 3; turn += 1) {
      partner.pass(9 * minute);
      const named = partner.takeJob();
      partner.askAsPartner("PutThirdPartyJobSuccessResult", { ...named, continuationToken: `${turn}` });
    }
    partner.pass(10 * minute - 1);
    expect(partner.publish()).toMatchObject({ status: "InProgress" });
    partner.pass(1);
    expect(partner.publish()).toMatchObject({
      status: "Failed",
      errorDetails: { message: "Publish did not end within 10 minutes." },
    });
  });

  it("gives an action a day in all when its type says nothing about a job", () => {
    const partner = new PartnerWorld();
    const { jobTimeout: _, ...executor } = skillType.executor;
    partner.askAsPartner("UpdateActionType", { actionType: { ...skillType, executor } });
    partner.pass(11 * minute);
    partner.start("shop");
    partner.pass(1);
    const named = partner.takeJob();
    partner.askAsPartner("PutThirdPartyJobSuccessResult", { ...named, continuationToken: "more" });
    partner.pass(24 * 60 * minute);
    expect(partner.publish()).toMatchObject({ status: "Failed" });
  });

  it("refuses the token of another client", () => {
    const partner = new PartnerWorld();
    const body = { ...partner.takeJob(), clientToken: "x" };
    expect(partner.refusalToPartner("PutThirdPartyJobSuccessResult", body)).toContain(
      "InvalidClientTokenException",
    );
  });
});
