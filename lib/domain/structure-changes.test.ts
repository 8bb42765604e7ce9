import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeclaredAction, DeclaredStage, PipelineStructure } from "./structure";
import { partTreeChanges, structureChanges } from "./structure-changes";
import { type Part, structureParts } from "./structure-parts";
import { applyStructureChanges } from "./testing/apply-structure-changes";

const word = fc.constantFrom("a", "b", "c");
const words = fc.uniqueArray(word, { maxLength: 2 });
const withheld = fc.record({
  key: word,
  value: fc.constant(null),
  hidden: fc.constant(true as const),
  mark: word,
});
const entry = fc.oneof(fc.record({ key: word, value: word, hidden: fc.constant(false) }), withheld);
const entries = fc.uniqueArray(entry, { maxLength: 2, selector: ({ key }) => key });
const environment = fc.uniqueArray(withheld, { maxLength: 2, selector: ({ key }) => key });
const action: fc.Arbitrary<DeclaredAction> = fc.record(
  {
    name: word,
    runOrder: fc.integer({ min: 1, max: 2 }),
    category: fc.constant("Build"),
    owner: fc.constant("AWS"),
    provider: fc.constantFrom("CodeBuild", "Commands"),
    region: word,
    namespace: word,
    inputArtifacts: words,
    outputArtifacts: words,
    configuration: entries,
    environment,
    commands: fc.integer({ min: 0, max: 1 }),
  },
  {
    requiredKeys: [
      "name",
      "runOrder",
      "category",
      "owner",
      "provider",
      "inputArtifacts",
      "outputArtifacts",
      "configuration",
      "commands",
    ],
  },
);
const rule = fc.record({ name: word, provider: word, configuration: entries });
const condition = fc.record({ result: word, rules: fc.array(rule, { maxLength: 2 }) });
const stage: fc.Arbitrary<DeclaredStage> = fc.record(
  {
    name: fc.constantFrom("A", "B", "C", "D"),
    actions: fc.array(action, { maxLength: 3 }),
    beforeEntry: condition,
    onFailure: condition,
    retryMode: word,
  },
  { requiredKeys: ["name", "actions"] },
);
const patterns = fc.record({ includes: words, excludes: words });
const filter = fc.record({
  kind: fc.constantFrom("push" as const, "pullRequest" as const),
  events: words,
  branches: patterns,
  tags: patterns,
  filePaths: patterns,
});
const structure: fc.Arbitrary<PipelineStructure> = fc.record({
  target: fc.constant("prod-eu"),
  name: fc.constant("shop"),
  executionMode: word,
  roleArn: word,
  stages: fc.array(stage, { maxLength: 4 }),
  triggers: fc.array(
    fc.record({ provider: word, sourceAction: word, filters: fc.array(filter, { maxLength: 2 }) }),
    {
      maxLength: 2,
    },
  ),
  variables: fc.array(
    fc.record(
      { name: word, hasDefault: fc.boolean(), description: word },
      { requiredKeys: ["name", "hasDefault"] },
    ),
    { maxLength: 2 },
  ),
  artifactStores: fc.array(fc.record({ region: word, type: fc.constant("S3"), location: word }), {
    maxLength: 2,
  }),
  consoleUrl: fc.constant(""),
});
/** Mostly two that are near to each other, so that stages and actions are moved and renamed rather than replaced. */
const pair = fc.oneof(
  fc.tuple(structure, structure),
  structure.chain((before) =>
    fc.shuffledSubarray(before.stages, { minLength: Math.max(0, before.stages.length - 1) }).map((stages) => {
      const [first, second] = stages;
      const [given, ...left] = first?.actions ?? [];
      const handed =
        first && second && given
          ? [
              { ...first, actions: left },
              { ...second, actions: [...second.actions, given] },
              ...stages.slice(2),
            ]
          : stages;
      return [before, { ...before, stages: handed }] as const;
    }),
  ),
  structure.map((before) => {
    const stages = before.stages.map((each, place) => (place === 0 ? { ...each, name: "Z" } : each));
    return [before, { ...before, stages }] as const;
  }),
);

/** Says the same as another exactly when both mean the same: stages alone have an order. */
function meaning(part: Part, marks: boolean): unknown {
  const facts = part.facts
    .map(({ key, of, value, mark }) => JSON.stringify([key, of, value, marks ? mark : undefined]))
    .toSorted();
  const text = (each: Part) => JSON.stringify(meaning(each, marks));
  const stages = part.parts.filter(({ kind }) => kind === "stage").map(text);
  const others = part.parts.filter(({ kind }) => kind !== "stage").map(text);
  return { kind: part.kind, name: part.name, facts, stages, others: others.toSorted() };
}

describe("what changed between two declarations", () => {
  test("is nothing exactly when both mean the same", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const same =
          JSON.stringify(meaning(structureParts(before), true)) ===
          JSON.stringify(meaning(structureParts(after), true));
        expect(structureChanges(before, after).length === 0).toBe(same);
      }),
      { numRuns: 500 },
    );
  });

  test("makes the later one of the earlier one, change by change", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [from, to] = [structureParts(before), structureParts(after)];
        const made = applyStructureChanges(from, partTreeChanges(from, to));
        expect(meaning(made, false)).toEqual(meaning(to, false));
      }),
      { numRuns: 500 },
    );
  });

  test("adds as many parts one way as it removes the other way", () => {
    const tally = (changes: ReturnType<typeof structureChanges>, what: string) =>
      changes.filter(({ change, path }) => change === what && path.at(-1)?.kind !== "action").length;
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const [there, back] = [structureChanges(before, after), structureChanges(after, before)];
        expect(tally(there, "added")).toBe(tally(back, "removed"));
        expect(tally(there, "renamed")).toBe(tally(back, "renamed"));
        expect(there.filter(({ change }) => change === "moved").length > 0).toBe(
          back.filter(({ change }) => change === "moved").length > 0,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("tells no withheld value and no mark", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(JSON.stringify(structureChanges(before, after))).not.toContain('"mark"');
      }),
    );
  });
});

const deploy: DeclaredAction = {
  name: "deploy",
  runOrder: 1,
  category: "Deploy",
  owner: "AWS",
  provider: "ECS",
  inputArtifacts: ["app"],
  outputArtifacts: [],
  configuration: [{ key: "ServiceName", value: "web", hidden: false }],
  commands: 0,
};
const smoke: DeclaredAction = {
  ...deploy,
  name: "smoke",
  category: "Test",
  provider: "CodeBuild",
  runOrder: 2,
};
const shop = (stages: DeclaredStage[]): PipelineStructure => ({
  target: "prod-eu",
  name: "shop",
  executionMode: "QUEUED",
  stages,
  triggers: [],
  variables: [],
  consoleUrl: "",
});
const staging = { name: "Staging", actions: [deploy, smoke] };
const prod = { name: "Prod", actions: [{ ...deploy, region: "us-east-1" }] };
const short = (changes: ReturnType<typeof structureChanges>) =>
  changes.map((change) => [change.change, ...change.path.map(({ name }) => name)].join(" "));

describe("in words people use", () => {
  test("a stage in another place was moved, and only that one", () => {
    const verify = { name: "Verify", actions: [] };
    const changes = structureChanges(shop([verify, staging, prod]), shop([staging, prod, verify]));
    expect(changes).toEqual([{ change: "moved", path: [{ kind: "stage", name: "Verify" }], after: "Prod" }]);
  });

  test("a stage of the same content under another name was renamed", () => {
    expect(short(structureChanges(shop([staging]), shop([{ ...staging, name: "Test" }])))).toEqual([
      "renamed Test",
    ]);
  });

  test("an action in another stage was moved, with what changed on the way", () => {
    const changes = structureChanges(
      shop([staging, prod]),
      shop([
        { ...staging, actions: [deploy] },
        { ...prod, actions: [...prod.actions, { ...smoke, runOrder: 3 }] },
      ]),
    );
    expect(changes).toMatchObject([
      { change: "moved", fromStage: "Staging", path: [{ name: "Prod" }, { name: "smoke" }] },
      { change: "said", key: "runOrder", from: { value: "2" }, to: { value: "3" } },
    ]);
  });

  test("a configuration key is named with both values, a withheld one without", () => {
    const withSecret = (mark: string): DeclaredAction => ({
      ...deploy,
      configuration: [{ key: "OAuthToken", value: null, hidden: true, mark }],
    });
    const of = (action: DeclaredAction) => shop([{ name: "Prod", actions: [action] }]);
    expect(structureChanges(of(withSecret("1")), of(withSecret("2")))).toMatchObject([
      { change: "said", key: "configuration", of: "OAuthToken", from: { value: null }, to: { value: null } },
    ]);
    expect(structureChanges(of(withSecret("1")), of(withSecret("1")))).toEqual([]);
    expect(structureChanges(of(deploy), of(withSecret("1")))).toMatchObject([
      { of: "OAuthToken", to: { value: null } },
      { of: "ServiceName", from: { value: "web" } },
    ]);
  });
});
