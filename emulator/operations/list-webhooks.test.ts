import { describe, expect, it } from "vitest";
import { SmallWorld } from "./testing/small-world";
import { SiteWorld, type WebhookAnswer } from "./testing/webhooks";

interface Page {
  webhooks: WebhookAnswer[];
  NextToken?: string;
}

function namesOf({ webhooks }: Page): string[] {
  return webhooks.map(({ definition }) => definition.name);
}

describe("ListWebhooks", () => {
  it("answers an empty list where there are none", () => {
    expect(new SmallWorld().ask("ListWebhooks", { MaxResults: 10 })).toEqual({ webhooks: [] });
  });

  it("pages by name and loses nothing while webhooks come and go", () => {
    const site = new SiteWorld();
    for (const name of ["c", "a", "b", "e"]) site.put({ name });
    const first = site.ask<Page>("ListWebhooks", { MaxResults: 2 });
    expect(namesOf(first)).toEqual(["a", "b"]);
    site.ask("DeleteWebhook", { name: "b" });
    site.put({ name: "d" });
    const second = site.ask<Page>("ListWebhooks", { MaxResults: 2, NextToken: first.NextToken });
    expect(namesOf(second)).toEqual(["c", "d"]);
    const third = site.ask<Page>("ListWebhooks", { MaxResults: 2, NextToken: second.NextToken });
    expect(namesOf(third)).toEqual(["e"]);
    expect(third.NextToken).toBeUndefined();
    expect(site.ask("ListWebhooks", {}, { region: "us-east-1" })).toEqual({ webhooks: [] });
  });

  it.each([
    [{ NextToken: "made-up" }, "InvalidNextTokenException"],
    [{ MaxResults: 101 }, "Value at 'MaxResults' failed to satisfy constraint"],
  ])("refuses %j", (body, words) => {
    expect(new SmallWorld().refusal("ListWebhooks", body)).toContain(words);
  });
});
