import { expect, test } from "vitest";
import { reasonWords, silenceLead } from "./reason-words";

test.each([
  [
    "ETIMEDOUT: @smithy/node-http-handler - [ERROR] a request has exceeded the configured 5000 ms requestTimeout.",
    "no answer in 5\u00a0s",
  ],
  ["connect ECONNREFUSED 10.4.0.12:443", "connect ECONNREFUSED 10.4.0.12:443"],
  ["The host is not known.", "The host is not known"],
])("%s", (reason, words) => {
  expect(reasonWords(reason)).toBe(words);
});

test("an answer nobody understands is not called silence", () => {
  expect(silenceLead("prod-eu", "AWS answered something that is not what this operation answers.")).toBe(
    "prod-eu cannot be understood.",
  );
  expect(silenceLead("prod-eu", "connect ECONNREFUSED")).toBe("prod-eu does not answer.");
});
