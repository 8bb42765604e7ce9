import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareExecutions } from "./compare-executions";
import type { ActionRun, ExecutionDetail, TimelineStage } from "./execution-detail";

const START_MS = Date.UTC(2026, 10, 21);
const at = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();
const A = "a".repeat(40);
const B = "b".repeat(40);

function run(name: string, from: number, to: number, more: Partial<ActionRun> = {}): ActionRun {
  return {
    ...{ id: `${name}${from}`, name, attempt: 1, runOrder: 1, category: "Build", owner: "AWS" },
    ...{ provider: "CodeBuild", standing: "Succeeded", status: "Succeeded" },
    ...{ startedAt: at(from), endedAt: at(to), configuration: [], resolvedConfiguration: [] },
    ...{ inputArtifacts: [], outputArtifacts: [], outputVariables: [] },
    ...more,
  };
}

function stage(name: string, actions: ActionRun[], more: Partial<TimelineStage> = {}): TimelineStage {
  return {
    ...{ name, standing: "Succeeded", startedAt: actions[0]?.startedAt, endedAt: actions.at(-1)?.endedAt },
    ...{ waits: [], actions, rules: [], pending: [] },
    ...more,
  };
}

function detail(id: string, startMinute: number, more: Partial<ExecutionDetail> = {}): ExecutionDetail {
  return {
    target: "prod-eu",
    pipeline: "shop",
    summary: {
      ...{ id, standing: "Succeeded", status: "Succeeded", executionType: "STANDARD", stages: [] },
      ...{ startedAt: at(startMinute), updatedAt: at(startMinute + 48), executionMode: "QUEUED" },
      trigger: { type: "WebhookV2", text: "push", by: "j.tanaka" },
      revisions: [
        {
          action: "App",
          id: A,
          shortId: "aaaaaaa",
          summary: "Banner",
          url: `https://github.com/a/b/commit/${A}`,
        },
      ],
    },
    ...{ pipelineVersion: 14, variables: [], rolledBackBy: [], restoredBy: [] },
    ...{ stages: [stage("Build", [run("build", startMinute, startMinute + 4)])], denied: [], consoleUrl: "" },
    ...more,
  };
}

const yes = () => true;

describe("compareExecutions", () => {
  it("puts the one that started first before the other, whichever is named first", () => {
    const [older, newer] = [detail("old", 0), detail("new", 60)];
    const comparison = compareExecutions(newer, older, yes, START_MS);
    expect([comparison.before.id, comparison.after.id]).toEqual(["old", "new"]);
    expect(comparison).toEqual(compareExecutions(older, newer, yes, START_MS));
  });

  it("two that are alike differ in nothing", () => {
    const {
      before: _b,
      after: _a,
      revisions,
      stages,
      gaps,
      ...facts
    } = compareExecutions(detail("old", 0), detail("new", 60), yes, START_MS);
    expect(gaps).toEqual([]);
    expect(revisions?.every(({ same }) => same)).toBe(true);
    expect(stages?.every(({ same, actions }) => same && actions.every((action) => action.same))).toBe(true);
    for (const fact of [
      facts.status,
      facts.pipelineVersion,
      facts.executionMode,
      facts.trigger,
      facts.tookMs,
    ])
      expect(fact?.same).toBe(true);
  });

  it("a revision that changed leads to what lies between, one that is there once is said to be missing", () => {
    const older = detail("old", 0);
    const { summary } = detail("new", 60);
    const newer = detail("new", 60, {
      summary: {
        ...summary,
        revisions: [
          { action: "App", id: B, shortId: "bbbbbbb", url: `https://github.com/a/b/commit/${B}` },
          { action: "Infra", id: "v1", shortId: "v1" },
        ],
      },
    });
    const { revisions } = compareExecutions(older, newer, yes, START_MS);
    expect(revisions).toMatchObject([
      { action: "App", same: false, compareUrl: `https://github.com/a/b/compare/${A}...${B}` },
      { action: "Infra", same: false, after: { id: "v1" } },
    ]);
    expect(revisions?.[1]?.before).toBeUndefined();
  });

  it("of a hidden variable it is told whether it is the same, and nothing else", () => {
    const of = (value: string | null, hidden = false) => [{ name: "colour", value, hidden }];
    const compare = (a: string | null, b: string | null, hidden: boolean, same: boolean) =>
      compareExecutions(
        detail("old", 0, { variables: of(a, hidden) }),
        detail("new", 60, { variables: of(b, hidden) }),
        () => same,
        START_MS,
      ).variables;
    expect(compare("green", "blue", false, false)).toEqual([
      { name: "colour", hidden: false, before: "green", after: "blue", same: false },
    ]);
    expect(compare(null, null, true, false)).toEqual([
      { name: "colour", hidden: true, before: null, after: null, same: false },
    ]);
  });

  it("an action that was tried again, answered by another or took far longer differs; a little longer does not", () => {
    const older = detail("old", 0, {
      stages: [
        stage("Build", [run("build", 0, 4), run("test", 0, 4), run("ship", 4, 6)]),
        stage("Approve", [run("ask", 6, 15, { category: "Approval", updatedBy: "sofia" })]),
      ],
    });
    const newer = detail("new", 60, {
      stages: [
        stage("Build", [
          run("build", 60, 64.4),
          run("test", 60, 70),
          run("ship", 70, 71, { standing: "Failed", status: "Failed" }),
          run("ship", 72, 74, {
            ...{ attempt: 2, standing: "Failed", status: "Failed", error: { code: "ActionExecutionFailed" } },
          }),
        ]),
        stage("Approve", [run("ask", 75, 84, { category: "Approval", updatedBy: "kaya" })]),
        stage("Prod", []),
      ],
    });
    const { stages } = compareExecutions(older, newer, yes, START_MS);
    const same = (stages ?? []).flatMap(({ actions }) =>
      actions.map((action) => [action.action, action.same]),
    );
    expect(Object.fromEntries(same)).toEqual({ build: true, test: false, ship: false, ask: false });
    expect(stages?.[0]?.actions[2]?.after).toEqual({
      ...{ standing: "Failed", durationMs: 120_000, attempts: 2, code: "ActionExecutionFailed" },
    });
    expect(stages?.[1]?.actions[0]?.after?.by).toBe("kaya");
    expect(stages?.map((one) => one.stage)).toEqual(["Build", "Approve", "Prod"]);
  });

  it("what is not known of both is not compared, and the permission it takes is named", () => {
    const denied = ["codepipeline:GetPipelineExecution"];
    const [older, newer] = [detail("old", 0), detail("new", 60)].map((one) => ({
      ...one,
      ...{ pipelineVersion: undefined, denied, summary: { ...one.summary, revisions: [] } },
    }));
    if (!older || !newer) throw new Error("there are two");
    const comparison = compareExecutions(older, newer, yes, START_MS);
    expect(comparison).toMatchObject({ status: { same: true }, trigger: { same: true }, gaps: denied });
    expect(comparison.pipelineVersion).toBeUndefined();
    expect(comparison.variables).toBeUndefined();
    expect(comparison.revisions).toBeUndefined();
    expect(comparison.stages).toHaveLength(1);
  });

  it("names that only one has keep their place, and none is lost or doubled", () => {
    const names = fc.uniqueArray(fc.constantFrom<string>("a", "b", "c", "d", "e"), { maxLength: 5 });
    fc.assert(
      fc.property(names, names, (first, second) => {
        const of = (list: string[]) => ({ stages: list.map((name) => stage(name, [])) });
        const { stages } = compareExecutions(
          detail("old", 0, of(first)),
          detail("new", 60, of(second)),
          yes,
          START_MS,
        );
        const found = (stages ?? []).map((one) => one.stage);
        expect(found.toSorted()).toEqual([...new Set([...first, ...second])].toSorted());
        expect(found.filter((name) => first.includes(name))).toEqual(first);
      }),
    );
  });
});
