import { expect, test } from "vitest";
import { signInDestination } from "./sign-in-destination";

test.each(["/", "/?q=status:failed", "/pipelines/prod-eu/checkout-web?action=Prod/deploy"])(
  "%s is kept",
  (from) => {
    expect(signInDestination(from)).toBe(from);
  },
);

test.each([
  undefined,
  "",
  "https://evil.example/",
  "//evil.example/x",
  "/\\evil.example",
  "javascript:alert(1)",
  "/login?from=/login",
  "/api/auth/signout",
  "http://[",
])("%s leads to the overview", (from) => {
  expect(signInDestination(from)).toBe("/");
});
