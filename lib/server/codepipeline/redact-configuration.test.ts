import fc from "fast-check";
import { expect, test } from "vitest";
import { redactConfiguration } from "./redact-configuration";

test("harmless keys show their value, all others are hidden, in their order", () => {
  expect(
    redactConfiguration({
      StackName: "checkout-web-eu",
      ParameterOverrides: '{"DbPassword":"hunter2"}',
      OAuthToken: "ghp_secret",
      EnvironmentVariables: '[{"name":"T","value":"s"}]',
      ActionMode: "CREATE_UPDATE",
      UserParameters: "token=1",
    }),
  ).toEqual([
    { key: "StackName", value: "checkout-web-eu", hidden: false },
    { key: "ParameterOverrides", value: null, hidden: true },
    { key: "OAuthToken", value: null, hidden: true },
    { key: "EnvironmentVariables", value: null, hidden: true },
    { key: "ActionMode", value: "CREATE_UPDATE", hidden: false },
    { key: "UserParameters", value: null, hidden: true },
  ]);
});

test("a key nobody thought of never shows its value", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^x[A-Za-z]{1,20}$/), fc.string({ minLength: 12 }), (key, secret) => {
      expect(JSON.stringify(redactConfiguration({ [key]: `S3CRET${secret}` }))).not.toContain("S3CRET");
    }),
  );
});

test.each([[undefined], [null], ["text"], [5]])("%j is no configuration", (configuration) => {
  expect(redactConfiguration(configuration)).toEqual([]);
});

test("a value that is no text is hidden", () => {
  expect(redactConfiguration({ StackName: { a: 1 } })).toEqual([
    { key: "StackName", value: null, hidden: true },
  ]);
});
