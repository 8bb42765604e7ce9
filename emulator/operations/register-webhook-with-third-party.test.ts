import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SiteWorld } from "./testing/webhooks";

const webhookName = "site-pushes";

describe("RegisterWebhookWithThirdParty", () => {
  it("succeeds for a webhook of a GitHub source, as often as it is asked", () => {
    const site = new SiteWorld();
    site.put();
    expect(site.ask("RegisterWebhookWithThirdParty", { webhookName })).toEqual({});
    expect(site.ask("RegisterWebhookWithThirdParty", { webhookName })).toEqual({});
  });

  it("refuses a webhook that is not there, one of another source, one whose pipeline is gone, and no name", () => {
    const site = new SiteWorld();
    site.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    site.put({ name: "shop-hook", targetPipeline: "shop", targetAction: "App", filters: [] });
    site.put();
    site.ask("DeletePipeline", { name: "site" });
    const refused = (body: object) => site.refusal("RegisterWebhookWithThirdParty", body);
    expect(refused({ webhookName: "none" })).toBe(
      "WebhookNotFoundException: The webhook 'none' was not found",
    );
    expect(refused({ webhookName: "shop-hook" })).toContain("its target is no action of the type GitHub");
    expect(refused({ webhookName })).toContain("ValidationException");
    expect(refused({})).toContain("ValidationException: The name of a webhook must be given");
  });
});
