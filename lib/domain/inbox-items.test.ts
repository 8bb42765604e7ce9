import { describe, expect, test } from "vitest";
import { inboxItems } from "./inbox-items";
import type { PipelineState, StageState } from "./pipeline-state";
import { action, execution, inbound, revision, stage } from "./testing/line";

function stateOf(stages: StageState[], facts: Partial<PipelineState> = {}, executionMode = "SUPERSEDED") {
  const row = {
    target: "prod-eu",
    name: "shop",
    executionMode,
    status: "Succeeded",
    running: 0,
    stations: [],
    sentence: { text: "" },
    asOf: null,
  };
  return { row, stages, onTheLine: [], finishedLast: [], consoleUrl: "", ...facts } satisfies PipelineState;
}

const asked = {
  executionId: "e1",
  askedAt: "2026-11-21T03:00:00.000Z",
  expiresAt: "2026-11-21T04:00:00.000Z",
  timeoutMs: 3_600_000,
};
const approves = (facts = {}) => action("Ask", { category: "Approval", standing: "Approval", ...facts });

describe("an approval", () => {
  const sign = stage("Sign", {
    standing: "Approval",
    executionId: "e1",
    revision: { ...revision("bbbbbbb", "Return 409"), author: "S. Ferreira" },
    inbound: [inbound("ccccccc")],
    actions: [approves({ approval: asked })],
  });

  test("names revision and place, and says how long there is and who is right behind", () => {
    expect(inboxItems(stateOf([stage("Source"), sign, stage("Prod")]))).toEqual([
      {
        id: "approval/prod-eu/shop/Sign/Ask/e1",
        kind: "approval",
        target: "prod-eu",
        pipeline: "shop",
        stage: "Sign",
        action: "Ask",
        executionId: "e1",
        label: "bbbbbbb",
        standing: "Approval",
        title: "Approve bbbbbbb for Prod",
        text: "Return 409, S. Ferreira; ccccccc is right behind",
        since: asked.askedAt,
        deadlineAt: asked.expiresAt,
        totalMs: 3_600_000,
        behind: 1,
      },
    ]);
  });

  test("is one for each execution that waits", () => {
    const parallel = {
      ...sign,
      actions: [approves({ approval: asked, moreApprovals: [{ ...asked, executionId: "e2" }] })],
    };
    const known = { onTheLine: [execution("e2", { revisions: [revision("ddddddd")] })] };
    const items = inboxItems(stateOf([parallel, stage("Prod")], known, "PARALLEL"));
    expect(items.map(({ title }) => title)).toEqual(["Approve bbbbbbb for Prod", "Approve ddddddd for Prod"]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });
});

describe("a failure", () => {
  const broken = stage("Prod", {
    standing: "Failed",
    executionId: "e1",
    changedAt: "2026-11-21T03:00:00.000Z",
    actions: [action("deploy", { standing: "Failed", error: { message: "3 of 6 unhealthy.\nmore" } })],
  });

  test("says what failed where, why, and who stands behind", () => {
    const items = inboxItems(stateOf([{ ...broken, inbound: [inbound("ccccccc"), inbound("ddddddd")] }]));
    expect(items).toMatchObject([
      {
        kind: "failure",
        title: "deploy failed in Prod",
        text: "3 of 6 unhealthy; ccccccc and ddddddd are right behind",
        behind: 2,
        since: "2026-11-21T03:00:00.000Z",
      },
    ]);
  });

  test("of an older execution in PARALLEL mode needs nobody", () => {
    const newer = execution("e2", { startedAt: "2026-11-21T03:10:00.000Z" });
    const older = execution("e1", { status: "Failed", startedAt: "2026-11-21T03:00:00.000Z" });
    const items = (finishedLast: PipelineState["finishedLast"]) =>
      inboxItems(stateOf([broken], { finishedLast }, "PARALLEL")).map(({ kind }) => kind);
    expect(items([older])).toEqual(["failure"]);
    expect(items([older, newer])).toEqual([]);
    expect(items([newer, older])).toEqual([]);
  });
});

describe("a failure of the newest execution in PARALLEL mode that no stage shows", () => {
  const failed = execution("e2", {
    status: "Failed",
    stage: "Prod",
    startedAt: "2026-11-21T03:10:00.000Z",
    updatedAt: "2026-11-21T03:20:00.000Z",
    revisions: [revision("bbbbbbb", "Return 409")],
  });
  const newer = execution("e3", { startedAt: "2026-11-21T03:30:00.000Z" });
  const found = (line: StageState[], finishedLast: PipelineState["finishedLast"], mode = "PARALLEL") =>
    inboxItems(stateOf(line, { finishedLast }, mode));

  test.each<[string, StageState]>([
    ["that succeeded by its actions", stage("Prod", { executionId: "e2" })],
    ["that shows another execution", stage("Prod", { executionId: "e1", standing: "Failed" })],
  ])("leads to its own page from a stage %s", (_, prod) => {
    expect(found([stage("Build"), prod], [failed])).toEqual([
      {
        id: "failure/prod-eu/shop/Prod/e2",
        kind: "failure",
        target: "prod-eu",
        pipeline: "shop",
        stage: "Prod",
        executionId: "e2",
        label: "bbbbbbb",
        standing: "Failed",
        title: "bbbbbbb failed in Prod",
        text: "Return 409; its own page says why",
        since: "2026-11-21T03:20:00.000Z",
        behind: 0,
        ownPage: true,
      },
    ]);
  });

  test("needs nobody once a newer one started, in another mode, or where a stage shows it", () => {
    const prod = stage("Prod", { executionId: "e2" });
    expect(found([prod], [failed, newer])).toEqual([]);
    expect(found([prod], [failed], "QUEUED")).toEqual([]);
    const shown = stage("Prod", { executionId: "e2", standing: "Failed" });
    expect(found([shown], [failed]).map(({ ownPage }) => ownPage)).toEqual([undefined]);
  });
});

describe("a condition", () => {
  const rules = [{ name: "alarm", standing: "Failed", summary: "5xx over 1 %" }];
  const stopped = stage("Prod", {
    standing: "Failed",
    executionId: "e1",
    actions: [action("deploy", { standing: "NotYetRun" })],
    beforeEntry: { standing: "Failed", rules },
  });

  test("that stopped a run is overridden and not retried", () => {
    expect(inboxItems(stateOf([stopped]))).toMatchObject([
      {
        id: "condition/prod-eu/shop/Prod/BEFORE_ENTRY/e1",
        kind: "condition",
        condition: "BEFORE_ENTRY",
        title: "Rule alarm was not met for Prod",
        text: "Before entry of Prod: 5xx over 1 %",
      },
    ]);
  });

  test("that AWS takes no override of leaves a failure", () => {
    const skips = { ...stopped, beforeEntry: { result: "SKIP", standing: "Failed", rules } };
    expect(inboxItems(stateOf([skips])).map(({ kind }) => kind)).toEqual(["failure"]);
  });

  test("that is still asked may settle by itself", () => {
    const waits = stage("Prod", {
      standing: "InProgress",
      executionId: "e1",
      onSuccess: { standing: "InProgress", rules: [{ name: "bake", standing: "InProgress" }] },
    });
    expect(inboxItems(stateOf([waits]))).toMatchObject([
      { kind: "condition", condition: "ON_SUCCESS", byItself: true, text: "Waits for bake" },
    ]);
  });

  test.each(["Succeeded", "Overridden", "NotYetRun"])("that is %s needs nobody", (standing) => {
    const done = stage("Prod", { executionId: "e1", onSuccess: { standing, rules: [] } });
    expect(inboxItems(stateOf([done]))).toEqual([]);
  });
});

describe("a closed gate", () => {
  const transition = {
    enabled: false,
    changedBy: "m.okafor",
    reason: "index rebuild",
    changedAt: "2026-11-01T00:00:00.000Z",
  };

  test("says who, why, who waits, and until when opening it resumes them", () => {
    const gate = stage("Prod", { transition, inbound: [inbound("ccccccc")] });
    expect(inboxItems(stateOf([gate]))).toMatchObject([
      {
        id: "gate/prod-eu/shop/Prod/2026-11-01T00:00:00.000Z",
        title: "Gate into Prod is closed",
        text: "m.okafor: index rebuild; ccccccc waits",
        label: "ccccccc",
        deadlineAt: "2026-12-01T00:00:00.000Z",
        behind: 1,
      },
    ]);
  });

  test("in PARALLEL mode holds who came through the stage before it", () => {
    const through = (id: string, prod: string) =>
      execution(id, {
        status: "InProgress",
        stages: [
          { stage: "Encode", standing: "Succeeded" },
          { stage: "Prod", standing: prod },
        ],
      });
    const onTheLine = [through("3", "InProgress"), through("2", "NotYetRun"), through("1", "NotYetRun")];
    const line = [stage("Encode"), stage("Prod", { transition })];
    expect(inboxItems(stateOf(line, { onTheLine }, "PARALLEL"))).toMatchObject([
      {
        id: "gate/prod-eu/shop/Prod/2026-11-01T00:00:00.000Z",
        text: "m.okafor: index rebuild; 1 and 2 wait",
        executionId: "1",
        behind: 2,
      },
    ]);
    expect(inboxItems(stateOf([stage("Encode"), stage("Prod")], { onTheLine }, "PARALLEL"))).toEqual([]);
  });

  test.each<[string, Partial<StageState>]>([
    ["with nobody behind it", { transition }],
    ["behind which all has ended", { transition, inbound: [inbound("ccccccc", { status: "Superseded" })] }],
    ["that is open", { inbound: [inbound("ccccccc")] }],
  ])("%s needs nobody", (_, facts) => {
    expect(inboxItems(stateOf([stage("Prod", facts)]))).toEqual([]);
  });
});

test("a line at rest, and one whose statuses AWS has added since, need nobody", () => {
  expect(inboxItems(stateOf([stage("Source"), stage("Prod", { standing: "Paused" })]))).toEqual([]);
});

test("one pipeline can need a person for several things at once", () => {
  const items = inboxItems(
    stateOf([
      stage("Sign", { standing: "Approval", executionId: "e1", actions: [approves({ approval: asked })] }),
      stage("Prod", {
        standing: "Failed",
        actions: [action("deploy", { standing: "Failed" })],
        transition: { enabled: false },
        inbound: [inbound("ccccccc")],
      }),
    ]),
  );
  expect(items.map(({ kind }) => kind)).toEqual(["approval", "failure", "gate"]);
});
