import { describe, expect, it } from "vitest";
import { ConfigError } from "./config-error";
import { parseConfig } from "./parse-config";

function parse(lines: string[]) {
  return parseConfig(`targets: []\nsignIn:\n${lines.map((line) => `  ${line}\n`).join("")}`, "c.yaml").signIn;
}

function mistakes(lines: string[]): string[] {
  try {
    parse(lines);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
}

const GOOD = [
  "issuer: https://login.example.com/",
  "clientId: pipedeck",
  "clientSecretEnv: PIPEDECK_CLIENT_SECRET",
  "roles: { admin: [platform], viewer: ['*'] }",
];
const but = (line: string) => [...GOOD.filter((good) => !good.startsWith(`${line.split(":")[0]}:`)), line];

describe("signIn", () => {
  it("is read with what is left out filled in", () => {
    expect(parse(GOOD)).toEqual({
      name: "Single sign-on",
      issuer: "https://login.example.com",
      clientId: "pipedeck",
      clientSecretEnv: "PIPEDECK_CLIENT_SECRET",
      scope: "openid profile email",
      groupsClaim: "groups",
    });
  });

  it("may be left out", () => {
    expect(parseConfig("targets: []\n", "c.yaml").signIn).toBeUndefined();
  });

  it.each([
    ["issuer: http://login.example.com", "signIn.issuer: is not good, expected the https URL"],
    ["issuer: https://169.254.169.254", "signIn.issuer: is not good"],
    ["issuer: nonsense", "signIn.issuer: is not good"],
    ["clientId: ''", "signIn.clientId: is not good"],
    [
      "clientSecretEnv: not-a-name",
      "signIn.clientSecretEnv: is not good, expected the name of an environment variable",
    ],
    ["scope: profile", "signIn.scope: is not good, expected scopes"],
    ["groupsClaim: []", "signIn.groupsClaim: is not good"],
    ["roles: {}", "signIn.roles: is not good, expected a mapping"],
    ["roles: [admin]", "signIn.roles: is not good"],
    ["roles: { admin: platform }", "signIn.roles.admin: is not good, expected a list"],
    ["roles: { admin: [] }", "signIn.roles.admin: is not good"],
    ["roles: { amin: [platform] }", "signIn.roles.amin: is not a known key, did you mean admin?"],
    ["isuer: x", "signIn.isuer: is not a known key, did you mean issuer?"],
    ["clientSecret: x", "signIn.clientSecret: is not a known key"],
  ])("with %s names the line and what is expected", (line, message) => {
    const [first = ""] = mistakes(but(line));
    expect(first).toMatch(/^c\.yaml:\d+: /);
    expect(first).toContain(message);
  });

  it("names every key that is missing", () => {
    expect(mistakes(["name: Login"])).toEqual([
      expect.stringContaining("signIn.issuer: is missing"),
      expect.stringContaining("signIn.clientId: is missing"),
      expect.stringContaining("signIn.clientSecretEnv: is missing"),
      expect.stringContaining("signIn.roles: is missing"),
    ]);
    expect(mistakes([])).toEqual([expect.stringContaining("signIn: must be a mapping")]);
  });
});
