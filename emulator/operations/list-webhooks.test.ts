import { describe, expect, it } from "vitest";
import { SmallWorld } from "./testing/small-world";

describe("ListWebhooks", () => {
  it("answers an empty list", () => {
    expect(new SmallWorld().ask("ListWebhooks", { MaxResults: 10 })).toEqual({ webhooks: [] });
  });

  it.each([
    [{ NextToken: "made-up" }, "InvalidNextTokenException"],
    [{ MaxResults: 101 }, "Value at 'MaxResults' failed to satisfy constraint"],
  ])("refuses %j", (body, words) => {
    expect(new SmallWorld().refusal("ListWebhooks", body)).toContain(words);
  });
});
