import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/domain/person";
import { writeConfig } from "../testing/config-file";
import { getPolicy, mayDo } from "./policy";
import { viewerOf } from "./viewer";

const TARGETS = ["prod-eu", "prod-us", "dev-eu"];
const PIPELINES = ["checkout-web", "checkout-api", "orders-api", "x"];
const person = (...groups: string[]): Person => ({ id: "u-1", name: "Grace Okafor", groups });

let removeConfig: () => void = () => undefined;
beforeEach(() => configure([{ groups: ["*"], role: "viewer" }]));
afterEach(() => removeConfig());

function configure(rules: object[]): void {
  removeConfig();
  removeConfig = writeConfig(
    TARGETS.map((id) => ({ id })),
    undefined,
    { rules },
  );
}

const globs = (...some: string[]) => fc.option(fc.subarray(some, { minLength: 1 }), { nil: undefined });
const rules = fc
  .record({
    groups: fc.subarray(["a", "b", "*"], { minLength: 1 }),
    denies: fc.boolean(),
    targets: globs("prod-*", "dev-eu", "*-eu"),
    pipelines: globs("checkout-*", "*-api", "x", "{orders,checkout}-web"),
  })
  .map(({ denies, ...rule }) => ({ ...rule, ...(denies ? { deny: ["see"] } : { role: "viewer" }) }))
  .map((rule) => JSON.parse(JSON.stringify(rule)));

describe("a viewer", () => {
  it("sees what the rules let it see, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 6 }),
        fc.subarray(["a", "b", "c"]),
        (some, groups) => {
          configure(some);
          const viewer = viewerOf(person(...groups));
          for (const target of TARGETS)
            for (const pipeline of PIPELINES) {
              const { allowed } = mayDo(person(...groups), "see", { target, pipeline });
              // Asked twice: the second answer is the one that was kept.
              expect([viewer.sees(target, pipeline), viewer.sees(target, pipeline)]).toEqual([
                allowed,
                allowed,
              ]);
              if (allowed) expect(viewer.seesTarget(target)).toBe(true);
              if (viewer.seesAll) expect(allowed).toBe(true);
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is shared by people for whom the same rules count, whatever other groups they are in", () => {
    configure([
      { groups: ["a"], role: "viewer", targets: ["prod-*"] },
      { groups: ["b"], role: "viewer" },
    ]);
    expect(viewerOf(person("a"))).toBe(viewerOf(person("other", "a")));
    expect(viewerOf(person("a"))).not.toBe(viewerOf(person("b")));
    expect(viewerOf(person("a")).key).not.toBe(viewerOf(person("b")).key);
    expect(viewerOf(person("b")).seesAll).toBe(true);
    expect(viewerOf(person("a")).seesAll).toBe(false);
  });

  it("sees no target of which everything is denied", () => {
    configure([
      { groups: ["*"], role: "viewer" },
      { groups: ["*"], deny: ["see"], targets: ["prod-*"] },
    ]);
    expect(TARGETS.filter((target) => viewerOf(person()).seesTarget(target))).toEqual(["dev-eu"]);
  });

  it("sees nothing by a role that is about the house alone", () => {
    removeConfig();
    removeConfig = writeConfig([{ id: "prod-eu" }], undefined, {
      roles: { auditor: ["see-activity"] },
      rules: [{ groups: ["audit"], role: "auditor" }],
    });
    expect(getPolicy().rules).toHaveLength(1);
    expect(viewerOf(person("audit")).seesTarget("prod-eu")).toBe(false);
  });
});
