import { describe, expect, test } from "vitest";
import type { ActionRun, RuleRun } from "./execution-detail";
import { newestFailure } from "./execution-failure";
import type { StageState } from "./pipeline-state";
import { buildRun } from "./testing/build-run";
import { type TimelineFacts, toTimelineStages } from "./timeline-stages";

const at = (second: number) => new Date(Date.UTC(2026, 10, 21) + second * 1000).toISOString();
const action = (name: string, from: number, to: number | undefined, facts: Partial<ActionRun> = {}) =>
  buildRun(name, at(from), to === undefined ? undefined : at(to), { id: `${name}-${from}`, ...facts });
const rule = (name: string, from: number, status: string, facts: Partial<RuleRun> = {}): RuleRun => ({
  id: `${name}-${from}`,
  name,
  attempt: 1,
  provider: "VariableCheck",
  standing: status,
  status,
  startedAt: at(from),
  endedAt: status === "InProgress" ? undefined : at(from + 1),
  configuration: [],
  ...facts,
});
const line = (name: string, facts: Partial<StageState> = {}): StageState => ({
  name,
  standing: "Succeeded",
  inbound: [],
  transition: { enabled: true },
  actions: [],
  ...facts,
});
const waiting = { executionId: "me", label: "me", kind: "track", status: "InProgress" } as const;
const inbound = [{ ...waiting, executionType: "STANDARD", revisions: [] }];
const facts = (more: Partial<TimelineFacts>): TimelineFacts => ({
  executionId: "me",
  status: "InProgress",
  stages: [line("A"), line("B")],
  actions: [{ stage: "A", run: action("build", 0, 60) }],
  rules: [],
  ...more,
});
const failed = { standing: "Failed", status: "Failed" };

describe("a stage of one execution stands as", () => {
  test.each<[string, Partial<TimelineFacts>, string]>([
    ["not yet run, when it never entered", {}, "NotYetRun"],
    ["queued in front of it", { stages: [line("A"), line("B", { inbound })] }, "Queued"],
    [
      "waiting at a closed gate",
      { stages: [line("A"), line("B", { inbound, transition: { enabled: false } })] },
      "ClosedGate",
    ],
    [
      "the line shows it, while it is the stage's latest",
      { stages: [line("A"), line("B", { executionId: "me", standing: "Overridden" })] },
      "Overridden",
    ],
    [
      "its last attempts ended",
      {
        actions: [
          { stage: "B", run: action("deploy", 0, 10, failed) },
          { stage: "B", run: action("deploy", 20, 30, { attempt: 2 }) },
        ],
      },
      "Succeeded",
    ],
    [
      "stopped, when an action was abandoned",
      {
        actions: [
          { stage: "B", run: action("deploy", 0, 10, { standing: "Abandoned", status: "Abandoned" }) },
        ],
      },
      "Stopped",
    ],
    [
      "failed by the rule after it",
      {
        actions: [{ stage: "B", run: action("deploy", 0, 10) }],
        rules: [{ stage: "B", run: rule("alarm", 11, "Failed", { condition: "onSuccess" }) }],
      },
      "Failed",
    ],
    [
      "overridden, when a rule did not let the execution go on and it did",
      {
        status: "Succeeded",
        actions: [{ stage: "B", run: action("deploy", 0, 10) }],
        rules: [{ stage: "B", run: rule("alarm", 11, "Failed", { condition: "onSuccess" }) }],
      },
      "Overridden",
    ],
    [
      "skipped by the rule in front of it",
      {
        stages: [line("A"), line("B", { beforeEntry: { result: "SKIP", standing: "Failed", rules: [] } })],
        rules: [{ stage: "B", run: rule("check", 61, "Failed") }],
      },
      "Skipped",
    ],
    ["new words of AWS", { rules: [{ stage: "B", run: rule("check", 61, "Pondering") }] }, "Pondering"],
  ])("%s", (_, more, standing) => {
    expect(toTimelineStages(facts(more)).find((stage) => stage.name === "B")?.standing).toBe(standing);
  });
});

describe("an execution waited", () => {
  const waitsAtB = (more: Partial<TimelineFacts>) =>
    toTimelineStages(facts(more)).find((stage) => stage.name === "B")?.waits;

  test.each<[string, Partial<TimelineFacts>, unknown[]]>([
    [
      "for track, when the next stage began late",
      { actions: [...facts({}).actions, { stage: "B", run: action("deploy", 100, 110) }] },
      [{ kind: "track", from: at(60), to: at(100) }],
    ],
    [
      "not at all within the seconds AWS needs",
      { actions: [...facts({}).actions, { stage: "B", run: action("deploy", 64, 110) }] },
      [],
    ],
    [
      "and waits, behind what is in the stage",
      { stages: [line("A"), line("B", { inbound, executionId: "77e0b12c-0000" })] },
      [{ kind: "track", from: at(60), why: "behind 77e0b12c" }],
    ],
    [
      "and waits, for the gate",
      { stages: [line("A"), line("B", { inbound, transition: { enabled: false } })] },
      [{ kind: "gate", from: at(60), why: "for the gate into B" }],
    ],
    [
      "nowhere once it was stopped in front of a stage",
      { status: "Stopped", stages: [line("A"), line("B", { inbound })] },
      [],
    ],
    [
      "in front of a stage until it was superseded there",
      { status: "Superseded", endedAt: at(300) },
      [{ kind: "track", from: at(60), to: at(300) }],
    ],
    [
      "nowhere after a failure",
      { status: "Stopped", endedAt: at(300), actions: [{ stage: "A", run: action("build", 0, 60, failed) }] },
      [],
    ],
    [
      "for a condition behind the stage before to be overridden",
      {
        actions: [...facts({}).actions, { stage: "B", run: action("deploy", 100, 110) }],
        rules: [{ stage: "A", run: rule("alarm", 60, "Failed", { condition: "onSuccess" }) }],
      },
      [{ kind: "track", from: at(61), to: at(100), why: "for an override" }],
    ],
    [
      "for a person, while an approval is open",
      { actions: [{ stage: "B", run: action("ship", 10, undefined, { category: "Approval" }) }] },
      [{ kind: "person", from: at(10), why: "for an answer to ship" }],
    ],
  ])("%s", (_, more, waits) => {
    expect(waitsAtB(more)).toEqual(waits);
  });
});

test("a stage goes on while one of its runs does, and lists what it has not come to", () => {
  const declared = [{ name: "build" }, { name: "lint" }].map(({ name }) => ({
    name,
    runOrder: 1,
    category: "Build",
    owner: "AWS",
    provider: "CodeBuild",
    standing: "NotYetRun",
    inputArtifacts: [],
    outputArtifacts: [],
    configuration: [],
  }));
  const [stage] = toTimelineStages(
    facts({
      stages: [line("A", { actions: declared })],
      actions: [{ stage: "A", run: action("build", 0, undefined) }],
    }),
  );
  expect(stage).toMatchObject({ startedAt: at(0), pending: [{ name: "lint" }] });
  expect(stage?.endedAt).toBeUndefined();
});

describe("what failed last", () => {
  const stages = toTimelineStages(
    facts({
      actions: [{ stage: "B", run: action("deploy", 0, 10, failed) }],
      rules: [
        { stage: "B", run: rule("before", 2, "Failed", { condition: "beforeEntry" }) },
        { stage: "B", run: rule("alarm", 20, "Failed", { condition: "onFailure" }) },
      ],
    }),
  );

  test("is the newest failed run, not the rule that the failure asked", () => {
    expect(newestFailure("Failed", stages)).toMatchObject({ stage: "B", action: "deploy", rule: false });
  });

  test("is not what was run again, even where nothing tells what failed after it", () => {
    const again = toTimelineStages(
      facts({
        actions: [
          { stage: "A", run: action("build", 0, 10, failed) },
          { stage: "A", run: action("build", 20, 30, { attempt: 2 }) },
        ],
      }),
    );
    expect(newestFailure("Failed", again)).toBeUndefined();
    const twice = facts({
      actions: [
        { stage: "A", run: action("build", 0, 10, failed) },
        { stage: "A", run: action("build", 20, 30, { ...failed, attempt: 2 }) },
      ],
    });
    expect(newestFailure("Failed", toTimelineStages(twice))).toMatchObject({ action: "build", attempt: 2 });
  });

  test("is nothing in an execution that did not fail in the end", () => {
    expect(newestFailure("Succeeded", stages)).toBeUndefined();
  });
});

describe("of a stage it entered", () => {
  const now = (held: Partial<StageState>) => toTimelineStages(facts({ stages: [line("A", held)] }))[0]?.now;

  test("another execution that it holds by now is named", () => {
    expect(now({ executionId: "abcdefab-later" })).toEqual({
      executionId: "abcdefab-later",
      label: "abcdefab",
    });
    expect(now({ executionId: "me" })).toBeUndefined();
    expect(
      toTimelineStages(facts({ stages: [line("B", { executionId: "x" })] })).at(-1)?.now,
    ).toBeUndefined();
  });
});
