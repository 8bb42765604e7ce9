import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AT, FIRST, SECOND, state, TOKEN } from "../testing/checkout-web";
import { type ExecutionWire, readExecutionWire } from "../testing/execution-wire";
import { oneExecution, ROLLBACK } from "../testing/one-execution";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { spoil } from "../testing/spoil";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { AwsReadError } from "./read-aws";

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

const read = (wire: ExecutionWire = oneExecution, id = FIRST) => readExecutionWire(aws, wire, id);
const stageOf = async (name: string) => (await read()).stages.find((stage) => stage.name === name);

describe("one execution", () => {
  test("has its stages in the order of the declaration, each as it went", async () => {
    const { stages } = await read();
    expect(stages.map((stage) => [stage.name, stage.standing])).toEqual([
      ["Source", "Succeeded"],
      ["Approve", "Succeeded"],
      ["Prod", "Failed"],
    ]);
  });

  test("that was superseded names the next behind it that had not ended by then", async () => {
    const one = (id: string, startTime: number, lastUpdateTime: number, status = "Succeeded") => ({
      pipelineExecutionId: id,
      startTime,
      lastUpdateTime,
      status,
    });
    const executions = [
      one("later", AT + 300, AT + 900),
      one("took-its-place", AT + 200, AT + 800),
      { ...one("rollback", AT + 120, AT + 700), executionType: "ROLLBACK" },
      one("failed-before", AT + 100, AT + 150, "Failed"),
      one(FIRST, AT, AT + 400, "Superseded"),
    ];
    const superseded = Object.assign({}, oneExecution.execution, { status: "Superseded" });
    expect((await read({ ...oneExecution, executions, execution: superseded })).supersededBy).toBe(
      "took-its-place",
    );
    expect((await read({ ...oneExecution, executions })).supersededBy).toBeUndefined();
  });

  test("keeps attempts apart, by start", async () => {
    const prod = await stageOf("Prod");
    expect(prod?.actions.map((run) => [run.name, run.attempt, run.status])).toEqual([
      ["migrate", 1, "Succeeded"],
      ["deploy", 1, "Failed"],
      ["deploy", 2, "Failed"],
    ]);
  });

  test("shows the newest failed run as what to look at first, with no address that is not one", async () => {
    expect((await read()).failure).toEqual({
      stage: "Prod",
      action: "deploy",
      attempt: 2,
      runId: "00000000-0000-4000-8000-000000000006",
      rule: false,
      code: "ActionExecutionFailed",
      message: "3 of 6 tasks failed",
    });
  });

  test("waited for a person while an approval was open, and for track between stages", async () => {
    expect((await stageOf("Approve"))?.waits).toMatchObject([
      { kind: "track" },
      { kind: "person", why: "for an answer to ship" },
    ]);
    expect((await stageOf("Prod"))?.waits).toMatchObject([{ kind: "track" }]);
  });

  test("says who answered, and never the token", async () => {
    const detail = await read();
    expect(detail.stages[1]?.actions[0]).toMatchObject({ updatedBy: "m.okafor", category: "Approval" });
    expect(JSON.stringify(detail)).not.toContain(TOKEN);
  });

  test("sends no value that may be a secret", async () => {
    const detail = await read();
    expect(JSON.stringify(detail)).not.toContain("hunter2");
    expect(detail.variables).toEqual([
      { name: "deploy_color", value: "blue", hidden: false },
      { name: "DB_PASSWORD", value: null, hidden: true },
    ]);
    const migrate = (await stageOf("Prod"))?.actions[0];
    expect(migrate?.outputVariables).toEqual([
      { key: "image_tag", value: "41fa0c7", hidden: false },
      { key: "SESSION", value: null, hidden: true },
    ]);
  });

  test("knows its rules, and which condition asked them", async () => {
    const [rule] = (await stageOf("Prod"))?.rules ?? [];
    expect(rule).toMatchObject({
      name: "window",
      provider: "DeploymentWindow",
      standing: "Succeeded",
      externalExecutionId: "window-17",
    });
  });

  test("names a revision by the source action that made the artifact, its message read from JSON", async () => {
    expect((await read()).summary.revisions).toMatchObject([
      { action: "app-repo", summary: "Fix rounding", author: "Rana Kaya", branch: "main" },
    ]);
  });

  test("leads to the rollback its failure started, and that one back", async () => {
    expect(await read()).toMatchObject({ rolledBackBy: [ROLLBACK], restoredBy: [] });
    const rollback = {
      ...oneExecution,
      actions: [],
      rules: [],
      execution: { ...Object(oneExecution.executions[0]), pipelineVersion: 14 },
    };
    expect(await read(rollback, ROLLBACK)).toMatchObject({ causedBy: FIRST, rollbackOf: SECOND });
    expect((await read(rollback, SECOND)).restoredBy).toEqual([ROLLBACK]);
  });

  test("of an older declaration keeps a stage that is gone, behind the one it entered before", async () => {
    const gone = {
      ...oneExecution,
      actions: oneExecution.actions.map((one) =>
        JSON.parse(JSON.stringify(one).replaceAll("Approve", "Sign-off")),
      ),
    };
    expect((await read(gone)).stages.map((stage) => stage.name)).toEqual([
      "Source",
      "Sign-off",
      "Approve",
      "Prod",
    ]);
  });
});

test("the id of an action whose category nobody tells is kept back, as it may be a token", async () => {
  const [untold] = await read({
    execution: oneExecution.execution,
    actions: [
      {
        pipelineExecutionId: FIRST,
        stageName: "Elsewhere",
        actionName: "ask",
        status: "InProgress",
        output: { executionResult: { externalExecutionId: TOKEN } },
      },
    ],
  }).then((detail) => detail.stages);
  expect(untold?.actions).toHaveLength(1);
  expect(JSON.stringify(untold)).not.toContain(TOKEN);
});

test("any member may be junk: the answer is read as far as it can be, or is malformed, and nothing else", async () => {
  const junk = fc.constantFrom(null, 0, -1, "junk", "{", true, [], {}, [null], { a: 1 }, 1e300);
  const wire = { ...oneExecution, state };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 500 }), junk, async (position, value) => {
      await read(spoil(wire, position, value)).catch((error: unknown) => {
        if (!(error instanceof AwsReadError)) throw error;
        expect(error.failure.kind).toBe("malformed");
      });
    }),
    { numRuns: 150 },
  );
}, 60_000);
