import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  can,
  canInHouse,
  groupsThatMay,
  type NamePattern,
  NO_RULE,
  type PermissionRule,
  type Place,
  type Policy,
} from "./permission";
import {
  HOUSE_VERBS,
  PERMISSION_VERBS,
  type PermissionVerb,
  type PipelineVerb,
  VERBS,
} from "./permission-verb";
import type { Person } from "./person";
import { ROLE_VERBS, ROLES, type Role } from "./role";

const person = (...groups: string[]): Person => ({ id: "u-1", name: "Grace Okafor", groups });
const only = (...names: string[]): NamePattern => ({ globs: names, matches: (name) => names.includes(name) });
const PLACE: Place = { target: "prod-eu", pipeline: "checkout-web" };
const AT_PROD: Place = { ...PLACE, stage: "Prod" };

function rule(more: Partial<PermissionRule>): PermissionRule {
  return {
    path: "permissions.rules[0]",
    line: 4,
    words: "a rule",
    effect: "allow",
    verbs: new Set(),
    groups: ["*"],
    ...more,
  };
}

const role = (name: Role, more: Partial<PermissionRule> = {}) =>
  rule({ verbs: new Set(ROLE_VERBS[name]), words: `role ${name}`, ...more });
const policy = (...rules: PermissionRule[]): Policy => ({ rules });
const allowed = (rules: Policy, who: Person, place: Place) =>
  VERBS.filter((verb) => can(rules, who, verb, place).allowed);

describe("can", () => {
  it("lets a viewer press nothing, an approver answer approvals, an operator and an admin press everything", () => {
    const pressed = ROLES.map((name) => allowed(policy(role(name)), person(), AT_PROD));
    expect(pressed).toEqual([[], ["approve", "reject"], VERBS, VERBS]);
  });

  it("counts a rule only for its groups, and where all of its patterns match", () => {
    const rules = policy(
      role("operator", { groups: ["team"], targets: only("prod-eu"), pipelines: only("checkout-web") }),
    );
    expect(can(rules, person("team"), "stop", PLACE).allowed).toBe(true);
    expect(can(rules, person("other"), "see", PLACE).allowed).toBe(false);
    expect(can(rules, person("team"), "see", { ...PLACE, target: "prod-us" }).allowed).toBe(false);
    expect(can(rules, person("team"), "see", { ...PLACE, pipeline: "orders" }).allowed).toBe(false);
  });

  it("narrows to stages what is pressed at a stage, and gives nothing else there but sight", () => {
    const rules = policy(role("operator", { stages: only("Prod") }));
    expect(can(rules, person(), "see", PLACE).allowed).toBe(true);
    expect(can(rules, person(), "approve", AT_PROD).allowed).toBe(true);
    expect(can(rules, person(), "approve", { ...PLACE, stage: "Dev" }).allowed).toBe(false);
    expect(can(rules, person(), "approve", PLACE).allowed).toBe(false);
    expect(can(rules, person(), "stop", PLACE).allowed).toBe(false);
  });

  it("names the rule that decided, and why not in words", () => {
    const denying = rule({
      effect: "deny",
      verbs: new Set<PermissionVerb>(["approve"]),
      words: "no approve for everybody everywhere",
      path: "permissions.rules[7]",
      line: 31,
    });
    const named = { path: "permissions.rules[7]", line: 31, words: "no approve for everybody everywhere" };
    expect(can(policy(role("admin"), denying), person(), "approve", AT_PROD)).toEqual({
      allowed: false,
      why: "Approving is denied by a rule: no approve for everybody everywhere (permissions.rules[7], line 31).",
      rule: named,
    });
    expect(can(policy(role("viewer")), person("team"), "stop", PLACE)).toEqual({
      allowed: false,
      why: "Stopping needs a rule that gives it to your group team. Here you have: role viewer (permissions.rules[0], line 4).",
      rule: NO_RULE,
    });
    expect(can(policy(role("viewer")), person(), "see", PLACE)).toEqual({
      allowed: true,
      rule: { path: "permissions.rules[0]", line: 4, words: "role viewer" },
    });
  });

  it("denies every press where seeing is denied", () => {
    const hidden = rule({ effect: "deny", verbs: new Set<PermissionVerb>(["see"]) });
    expect(allowed(policy(role("admin"), hidden), person(), AT_PROD)).toEqual([]);
  });
});

describe("canInHouse", () => {
  it("counts only rules that hold everywhere", () => {
    const may = (rules: Policy) => HOUSE_VERBS.map((verb) => canInHouse(rules, person(), verb).allowed);
    expect(may(policy(role("admin")))).toEqual([true, true]);
    expect(may(policy(role("operator")))).toEqual([false, false]);
    expect(may(policy(role("admin", { pipelines: only("checkout-web") })))).toEqual([false, false]);
  });
});

const NAMES = ["a", "b", "c"];
const names = fc.subarray(NAMES, { minLength: 1 });
const patterns = fc.option(
  names.map((some) => only(...some)),
  { nil: undefined },
);
const rules = fc.record({
  path: fc.constant("permissions.rules[0]"),
  words: fc.constant("a rule"),
  effect: fc.constantFrom("allow" as const, "deny" as const),
  verbs: fc.subarray([...PERMISSION_VERBS]).map((some) => new Set(some)),
  groups: fc.subarray(["g", "h", "*"], { minLength: 1 }),
  targets: patterns,
  pipelines: patterns,
  stages: patterns,
});
const people = fc.subarray(["g", "h", "i"]).map((groups) => person(...groups));
const places: fc.Arbitrary<Place> = fc.record(
  {
    target: fc.constantFrom(...NAMES),
    pipeline: fc.constantFrom(...NAMES),
    stage: fc.constantFrom(...NAMES),
  },
  { requiredKeys: ["target", "pipeline"] },
);
const verbs: fc.Arbitrary<PipelineVerb> = fc.constantFrom("see" as const, ...VERBS);
const questions = fc.tuple(fc.array(rules, { maxLength: 8 }), people, verbs, places);

describe("can, whatever the rules", () => {
  it("does not depend on the order of rules", () => {
    fc.assert(
      fc.property(questions, fc.func(fc.nat()), ([some, who, verb, place], key) => {
        const other = [...some].sort((a, b) => key(a) - key(b));
        expect(can(policy(...other), who, verb, place).allowed).toBe(
          can(policy(...some), who, verb, place).allowed,
        );
      }),
    );
  });

  it("gives never more with one more rule that denies, and never less with one more that allows", () => {
    fc.assert(
      fc.property(questions, rules, ([some, who, verb, place], more) => {
        const before = can(policy(...some), who, verb, place).allowed;
        const after = can(policy(...some, more), who, verb, place).allowed;
        expect(more.effect === "deny" ? before || !after : after || !before).toBe(true);
      }),
    );
  });

  it("is denied by one rule that denies it, whatever allows it", () => {
    fc.assert(
      fc.property(questions, ([some, who, verb, place]) => {
        const denying = rule({ effect: "deny", verbs: new Set<PermissionVerb>([verb]) });
        expect(can(policy(...some, denying), who, verb, place)).toMatchObject({ allowed: false });
      }),
    );
  });

  it("gives no less to who is in one more group, when nothing is denied", () => {
    fc.assert(
      fc.property(questions, ([some, who, verb, place]) => {
        const giving = some.filter(({ effect }) => effect === "allow");
        const more = person(...who.groups, "h");
        const before = can(policy(...giving), who, verb, place).allowed;
        expect(!before || can(policy(...giving), more, verb, place).allowed).toBe(true);
      }),
    );
  });

  it("gives nothing without a rule that allows", () => {
    fc.assert(
      fc.property(questions, ([some, who, verb, place]) => {
        const taking = some.filter(({ effect }) => effect === "deny");
        expect(can(policy(...taking), who, verb, place).allowed).toBe(false);
      }),
    );
  });

  it("lets nobody press what they do not see, where every role can see", () => {
    fc.assert(
      fc.property(questions, ([some, who, verb, place]) => {
        const seeing = some.map((one) =>
          one.effect === "deny" ? one : { ...one, verbs: new Set([...one.verbs, "see" as const]) },
        );
        const pressed = can(policy(...seeing), who, verb, place).allowed;
        expect(!pressed || can(policy(...seeing), who, "see", place).allowed).toBe(true);
      }),
    );
  });
});

describe("groupsThatMay", () => {
  it("names the groups that rules let do it there, without those that a rule denies it to", () => {
    const rules = policy(
      role("approver", { groups: ["release", "oncall"] }),
      role("operator", { groups: ["sre"], stages: only("Staging") }),
      role("viewer", { groups: ["dev"] }),
      rule({ effect: "deny", groups: ["oncall"], verbs: new Set<PermissionVerb>(["approve"]) }),
    );
    expect(groupsThatMay(rules, "approve", AT_PROD)).toEqual(["release"]);
    expect(groupsThatMay(rules, "approve", { ...PLACE, stage: "Staging" })).toEqual(["release", "sre"]);
  });

  it("is everybody where a rule is for everybody, and nobody where everybody is denied", () => {
    const open = policy(role("approver", { groups: ["release", "*"] }));
    const shut = policy(...open.rules, rule({ effect: "deny", verbs: new Set<PermissionVerb>(["see"]) }));
    expect(groupsThatMay(open, "approve", AT_PROD)).toEqual(["*"]);
    expect(groupsThatMay(shut, "approve", AT_PROD)).toEqual([]);
  });

  it("names exactly the groups a person of which may do it", () => {
    const groups = ["a", "b", "c"];
    const anyRule = fc.record({
      effect: fc.constantFrom("allow" as const, "deny" as const),
      groups: fc.subarray(groups, { minLength: 1 }),
      verbs: fc.subarray(["approve", "see", "stop"] as const).map((verbs) => new Set<PermissionVerb>(verbs)),
    });
    fc.assert(
      fc.property(fc.array(anyRule.map(rule), { maxLength: 5 }), (rules) => {
        const may = groups.filter((group) => can({ rules }, person(group), "approve", AT_PROD).allowed);
        expect(groupsThatMay({ rules }, "approve", AT_PROD).sort()).toEqual(may);
      }),
    );
  });
});
