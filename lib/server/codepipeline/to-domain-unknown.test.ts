import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actions, declaration, executions, FIRST, state } from "../testing/checkout-web";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { spoil } from "../testing/spoil";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { readWire, type Wire } from "../testing/wire";
import { AwsReadError } from "./read-aws";

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

const read = (wire: Wire, executionMode?: string) => readWire(aws, wire, executionMode);

const all: Wire = { state, pipeline: declaration, executions, actions };

describe("what this version does not know", () => {
  test("is kept by its own name", async () => {
    const strange = {
      pipelineName: "x",
      stageStates: [
        {
          stageName: "Canary",
          hologram: { on: true },
          latestExecution: { pipelineExecutionId: FIRST, status: "Draining", type: "REHEARSAL" },
          actionStates: [{ actionName: "beam", latestExecution: { status: "Teleporting" } }],
        },
      ],
    };
    const pipeline = await read(
      { state: strange, executions: [{ pipelineExecutionId: FIRST, status: "Draining" }] },
      "QUANTUM",
    );
    expect(pipeline.row).toMatchObject({ status: "Draining", executionMode: "QUANTUM" });
    expect(pipeline.row.sentence.text).toContain("“Draining”");
    expect(pipeline.stages[0]).toMatchObject({
      standing: "Draining",
      executionType: "REHEARSAL",
      actions: [{ standing: "Teleporting" }],
    });
  });

  test("missing members leave a pipeline that has not run", async () => {
    expect((await read({ state: { pipelineName: "x" } })).row).toMatchObject({
      status: "NotYetRun",
      stations: [],
      running: 0,
    });
    expect(
      (await read({ state: { stageStates: [{}, { stageName: "A", actionStates: [{}] }] } })).stages,
    ).toMatchObject([{ name: "A", standing: "NotYetRun" }]);
  });

  test("any member may be junk: the answer is read as far as it can be, or is malformed, and nothing else", async () => {
    const junk = fc.constantFrom(
      null,
      0,
      -1,
      "junk",
      true,
      [],
      {},
      [null],
      { a: 1 },
      1e300,
      "2026-11-21T00:00:00Z",
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), junk, async (position, value) => {
        const wire = spoil(all, position, value);
        await read(wire).catch((error: unknown) => {
          if (!(error instanceof AwsReadError)) throw error;
          expect(error.failure.kind).toBe("malformed");
        });
      }),
      { numRuns: 120 },
    );
  }, 60_000);
});
