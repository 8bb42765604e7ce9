import { expect, it } from "vitest";
import { houseEventWords } from "./house-event-words";

const at = { target: "prod-eu", pipeline: "checkout-web" };

it.each([
  [
    { kind: "denied", step: "approve", place: { ...at, stage: "Prod" } },
    "was denied: approve at Prod of checkout-web in prod-eu",
  ],
  [{ kind: "denied", step: "release", place: at }, "was denied: release at checkout-web in prod-eu"],
  [{ kind: "denied", step: "sign-in" }, "was not let in"],
  [{ kind: "session", step: "signed-in" }, "signed in"],
  [{ kind: "configuration", step: "loaded" }, "Configuration loaded"],
  [{ kind: "session", step: "of a later version" }, "of a later version"],
])("%j", (event, words) => {
  expect(houseEventWords(event)).toBe(words);
});
