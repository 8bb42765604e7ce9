import { describe, expect, it } from "vitest";
import { SiteWorld, siteHook } from "./testing/webhooks";

const arn = "arn:aws:codepipeline:eu-west-1:111122223333:webhook:site-pushes";

describe("PutWebhook", () => {
  it("answers the webhook with its URL and without its secret", () => {
    const webhook = new SiteWorld().put();
    expect(webhook).toEqual({
      arn,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4599\/webhooks\/[A-Za-z0-9]{43}$/),
      definition: { ...siteHook, authenticationConfiguration: { SecretToken: "****" } },
    });
  });

  it("changes a webhook that is there and keeps its URL and its tags", () => {
    const site = new SiteWorld();
    const before = site.put({}, { tags: [{ key: "team", value: "web" }] });
    const after = site.put(
      { authentication: "IP", authenticationConfiguration: { AllowedIPRange: "10.0.0.0/8" }, filters: [] },
      { tags: [{ key: "tier", value: "1" }] },
    );
    expect(after).toMatchObject({ url: before.url, definition: { authentication: "IP", filters: [] } });
    expect(after.definition.authenticationConfiguration).toEqual({ AllowedIPRange: "10.0.0.0/8" });
    expect(site.webhooks()).toEqual([after]);
    site.ask("UntagResource", { resourceArn: arn, tagKeys: ["tier"] });
    expect(site.ask("ListTagsForResource", { resourceArn: arn })).toEqual({
      tags: [{ key: "team", value: "web" }],
    });
  });

  it.each([
    [{ targetPipeline: "none" }, "PipelineNotFoundException"],
    [
      { targetAction: "Go" },
      "ValidationException: Pipeline 'site' does not have an action with name 'Go' in its first stage",
    ],
    [
      { filters: [{ jsonPath: "ref" }] },
      "InvalidWebhookFilterPatternException: The JSON path 'ref' cannot be read",
    ],
    [
      { filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{Twig}" }] },
      "InvalidWebhookFilterPatternException: Action 'Site' has no configuration 'Twig'",
    ],
    [
      { authenticationConfiguration: {} },
      "InvalidWebhookAuthenticationParametersException: For the authentication type GITHUB_HMAC only SecretToken must be set",
    ],
    [
      { authentication: "IP" },
      "InvalidWebhookAuthenticationParametersException: For the authentication type IP only AllowedIPRange must be set",
    ],
    [
      { authentication: "IP", authenticationConfiguration: { AllowedIPRange: "10.0.0.0/33" } },
      "AllowedIPRange must be a valid CIDR range",
    ],
    [
      { authentication: "UNAUTHENTICATED" },
      "InvalidWebhookAuthenticationParametersException: For the authentication type UNAUTHENTICATED no properties can be set",
    ],
    [{ filters: Array.from({ length: 6 }, () => siteHook.filters[0]) }, "Value at 'webhook.filters' failed"],
    [{ authentication: "NONE" }, "Member must satisfy enum value set: [GITHUB_HMAC, IP, UNAUTHENTICATED]"],
  ])("refuses %j", (change, words) => {
    const site = new SiteWorld();
    expect(site.refusal("PutWebhook", { webhook: { ...siteHook, ...change } })).toContain(words);
    expect(site.webhooks()).toEqual([]);
  });

  it("refuses the 301st webhook of an account in a region, and too many tags", () => {
    const site = new SiteWorld();
    for (let number = 1; number <= 300; number += 1) site.put({ name: `hook-${number}` });
    expect(site.refusal("PutWebhook", { webhook: siteHook })).toContain(
      "LimitExceededException: Account '111122223333' has 300 webhooks in Region eu-west-1",
    );
    site.put({ name: "hook-7", filters: [] });
    const tags = Array.from({ length: 50 }, (_, index) => ({ key: `key-${index}`, value: "v" }));
    const webhook = { ...siteHook, name: "hook-7" };
    site.put({ name: "hook-7" }, { tags });
    expect(site.refusal("PutWebhook", { webhook, tags: [{ key: "more", value: "" }] })).toContain(
      "TooManyTagsException",
    );
  });
});
