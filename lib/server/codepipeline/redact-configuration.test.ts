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

test("a rule shows its window, its alarm and how long it waits, and never what a variable holds", () => {
  expect(
    redactConfiguration({
      Cron: "* * 9-17 ? * MON-FRI *",
      TimeZone: "Europe/Berlin",
      AlarmName: "checkout 5xx",
      AlarmStates: "ALARM, INSUFFICIENT_DATA",
      WaitTime: "5",
      Operator: "EQ",
      Variable: "hunter2",
      Value: "hunter2",
    }).map(({ key, value }) => [key, value]),
  ).toEqual([
    ["Cron", "* * 9-17 ? * MON-FRI *"],
    ["TimeZone", "Europe/Berlin"],
    ["AlarmName", "checkout 5xx"],
    ["AlarmStates", "ALARM, INSUFFICIENT_DATA"],
    ["WaitTime", "5"],
    ["Operator", "EQ"],
    ["Variable", null],
    ["Value", null],
  ]);
});

test.each([
  ["Cron", "hunter2"],
  ["TimeZone", "UTC; token=1"],
  ["WaitTime", "5 s3cret"],
  ["AlarmName", "postgres://app:hunter2@db/shop"],
  ["StackName", `ghp_${"a".repeat(36)}`],
])("%s with a value that no such key has stays hidden", (key, value) => {
  expect(redactConfiguration({ [key]: value })).toEqual([{ key, value: null, hidden: true }]);
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
