import { describe, expect, it } from "vitest";
import { ConfigError } from "./config-error";
import { parseConfig } from "./parse-config";

const TARGETS = `targets:
  - { id: prod-eu, name: P, account: '444455556666', region: eu-west-1 }
  - { id: dev-eu, name: D, account: '111122223333', region: eu-west-1 }
`;

function parse(lines: string) {
  return parseConfig(`${TARGETS}permissions:\n${lines}`, "c.yaml").permissions;
}

function mistakes(lines: string): string[] {
  try {
    parse(lines);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
}

const one = (rule: string) => `  rules:\n    - ${rule}\n`;

describe("permissions", () => {
  it("are read with the line of each rule", () => {
    const read = parse(`  roles:
    releaser: [release, approve]
    auditor: [see-activity]
  rules:
    - { groups: ["*"], role: viewer }
    - groups: [team]
      role: releaser
      targets: [prod-*]
      pipelines: ["checkout-*"]
    - { groups: [release], role: approver, stages: [Prod] }
    - { groups: [guests], deny: [approve, reject], stages: ["P*"] }
    - { groups: [audit], role: auditor }
  pipelines:
    - { pipelines: ["*"], targets: [prod-eu], twoApprovers: true, reasonRequired: false }
`);
    expect(read?.isWritten).toBe(true);
    expect(read?.rules.map(({ path, line, what, verbs }) => [path, line, what, verbs])).toEqual([
      ["permissions.rules[0]", 9, "viewer", ["see"]],
      ["permissions.rules[1]", 10, "releaser", ["see", "release", "approve"]],
      ["permissions.rules[2]", 14, "approver", ["see", "approve", "reject"]],
      ["permissions.rules[3]", 15, "approve, reject", ["approve", "reject"]],
      ["permissions.rules[4]", 16, "auditor", ["see-activity"]],
    ]);
    expect(read?.rules[1]).toMatchObject({ targets: ["prod-*"], pipelines: ["checkout-*"], effect: "allow" });
    expect(read?.pressRules).toEqual([
      {
        path: "permissions.pipelines[0]",
        line: 18,
        targets: ["prod-eu"],
        pipelines: ["*"],
        reasonRequired: false,
        noOwnChanges: false,
        twoApprovers: true,
      },
    ]);
  });

  it.each([
    [
      one("{ groups: [a], role: opertor }"),
      'rules[0].role: "opertor" is not a known role, did you mean operator?',
    ],
    [one("{ groups: [a], role: boss }"), "expected viewer, approver, operator, admin"],
    [one("{ groups: [a] }"), "rules[0].role: is missing, expected a role, or deny"],
    [one("{ groups: [a], role: viewer, deny: [see] }"), "rules[0].role: stands beside deny"],
    [one("{ groups: [a], deny: [aprove] }"), '"aprove" is not a known verb, did you mean approve?'],
    [one("{ groups: [a], deny: [fly] }"), '"fly" is not a known verb, expected see, approve'],
    [one("{ groups: [a], deny: [] }"), "rules[0].deny: is not good, expected a list of verbs"],
    [one("{ role: viewer }"), "rules[0].groups: is not good, expected a list of group names"],
    [one("{ groups: a, role: viewer }"), "rules[0].groups: is not good"],
    [
      one("{ groups: [a], role: viewer, targets: [prod-ue] }"),
      '"prod-ue" matches no target, did you mean prod-eu?',
    ],
    [
      one("{ groups: [a], role: viewer, targets: [test-*] }"),
      '"test-*" matches no target, expected one of prod-eu, dev-eu',
    ],
    [one('{ groups: [a], role: viewer, pipelines: ["[a"] }'), "is not good, expected a glob"],
    [
      one("{ groups: [a], role: viewer, pipelines: checkout }"),
      "rules[0].pipelines: is not good, expected a list of globs",
    ],
    [one("{ groups: [a], role: viewer, stages: [Prod] }"), "rules[0].stages: narrows nothing"],
    [one("{ groups: [a], deny: [stop], stages: [Prod] }"), "rules[0].stages: cannot narrow stop"],
    [one("{ groups: [a], deny: [revoke-sessions], targets: [prod-eu] }"), "cannot narrow revoke-sessions"],
    [
      one("{ groups: [a], role: viewer, pipeline: [a] }"),
      "rules[0].pipeline: is not a known key, did you mean pipelines?",
    ],
    [one("viewer"), "rules[0]: must be a mapping with groups, and role or deny"],
    ["  rules: []\n", "permissions.rules: is empty"],
    ["  roles: {}\n", "permissions.rules: is missing"],
    ["  - a\n", "permissions: must be a mapping"],
    [`  roles: { viewer: [see] }\n${one("{ groups: [a], role: viewer }")}`, "is the name of a built-in role"],
    [`  roles: { Boss: [see] }\n${one("{ groups: [a], role: viewer }")}`, "roles.Boss: is not good"],
    [
      `  rule: []\n${one("{ groups: [a], role: viewer }")}`,
      "permissions.rule: is not a known key, did you mean rules?",
    ],
    [
      `${one("{ groups: [a], role: viewer }")}  pipelines:\n    - { twoApprovers: true }\n`,
      "pipelines[0].pipelines: is missing",
    ],
    [
      `${one("{ groups: [a], role: viewer }")}  pipelines:\n    - { pipelines: ["*"] }\n`,
      "pipelines[0]: has no effect",
    ],
    [
      `${one("{ groups: [a], role: viewer }")}  pipelines:\n    - { pipelines: ["*"], twoApprovers: yes please }\n`,
      "twoApprovers: is not good, expected true or false",
    ],
  ])("%j names the line and what is expected", (lines, message) => {
    const told = mistakes(lines);
    expect(told.join("\n")).toContain(message);
    expect(told[0]).toMatch(/^c\.yaml:\d+: permissions/);
  });

  it("cannot stand beside signIn.roles, which holds without them", () => {
    const signIn =
      "signIn:\n  issuer: https://login.example.com\n  clientId: a\n  clientSecretEnv: B\n  roles: { operator: [team], viewer: ['*'] }\n";
    const { permissions } = parseConfig(TARGETS + signIn, "c.yaml");
    expect(permissions?.isWritten).toBe(false);
    expect(permissions?.rules.map(({ path, line, what, groups }) => [path, line, what, groups])).toEqual([
      ["signIn.roles.viewer", 8, "viewer", ["*"]],
      ["signIn.roles.operator", 8, "operator", ["team"]],
    ]);
    const both = () =>
      parseConfig(`${TARGETS}${signIn}permissions:\n${one("{ groups: [a], role: viewer }")}`, "c.yaml");
    expect(both).toThrow("c.yaml:8: signIn.roles: stands beside permissions, expected one of the two");
  });
});
