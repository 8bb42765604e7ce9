import { describe, expect, it } from "vitest";
import { SiteWorld } from "./testing/webhooks";

const webhookName = "site-pushes";

describe("DeregisterWebhookWithThirdParty", () => {
  it("succeeds for a webhook that was registered or not, and leaves its URL as it is", () => {
    const site = new SiteWorld();
    const webhook = site.put();
    site.ask("RegisterWebhookWithThirdParty", { webhookName });
    expect(site.ask("DeregisterWebhookWithThirdParty", { webhookName })).toEqual({});
    expect(site.ask("DeregisterWebhookWithThirdParty", { webhookName })).toEqual({});
    expect(site.webhooks()).toEqual([webhook]);
  });

  it("refuses a webhook that is not there", () => {
    expect(new SiteWorld().refusal("DeregisterWebhookWithThirdParty", { webhookName })).toContain(
      "WebhookNotFoundException",
    );
  });
});
