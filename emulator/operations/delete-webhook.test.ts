import { describe, expect, it } from "vitest";
import { SiteWorld } from "./testing/webhooks";

describe("DeleteWebhook", () => {
  it("takes the webhook away; made again it has another URL", () => {
    const site = new SiteWorld();
    const { url } = site.put();
    expect(site.ask("DeleteWebhook", { name: "site-pushes" })).toEqual({});
    expect(site.webhooks()).toEqual([]);
    expect(site.put().url).not.toBe(url);
  });

  it("succeeds for a webhook that is not there", () => {
    expect(new SiteWorld().ask("DeleteWebhook", { name: "nothing" })).toEqual({});
  });
});
