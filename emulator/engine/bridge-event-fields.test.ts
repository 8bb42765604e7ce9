import { describe, expect, it } from "vitest";
import { approval, pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { minute } from "./duration";

/** Members of `detail` that AWS documents for each level: those in every event, and those in some. */
const DOCUMENTED = {
  Pipeline: {
    always: ["pipeline", "execution-id", "start-time", "state", "version", "pipeline-execution-attempt"],
    sometimes: ["execution-trigger", "stop-execution-comments"],
    states: ["CANCELED", "FAILED", "RESUMED", "STARTED", "STOPPED", "STOPPING", "SUCCEEDED", "SUPERSEDED"],
  },
  Stage: {
    always: [
      "pipeline",
      "execution-id",
      "start-time",
      "stage",
      "state",
      "version",
      "pipeline-execution-attempt",
    ],
    sometimes: ["stage-last-retry-attempt-time"],
    states: ["CANCELED", "FAILED", "RESUMED", "STARTED", "STOPPED", "STOPPING", "SUCCEEDED"],
  },
  Action: {
    always: [
      "pipeline",
      "execution-id",
      "start-time",
      "stage",
      "action-execution-id",
      "action",
      "state",
      "type",
      "version",
      "pipeline-execution-attempt",
    ],
    sometimes: ["region", "input-artifacts", "output-artifacts", "execution-result"],
    states: ["ABANDONED", "CANCELED", "FAILED", "STARTED", "SUCCEEDED"],
  },
} as const;

/** A world in which executions succeed, fail, are stopped, abandoned, superseded and cancelled. */
function eventful(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(
    pipelineOf("shop", [stage("Run", [task("Go", { inputs: ["src"] })]), stage("Ask", [approval()])]),
  );
  small.pass(10 * minute);
  const [first = ""] = small.executions("shop").map(({ pipelineExecutionId }) => pipelineExecutionId);
  small.start("shop");
  small.pass(10 * minute);
  small.start("shop");
  small.pass(10 * minute);
  small.ask("StopPipelineExecution", {
    pipelineName: "shop",
    pipelineExecutionId: first,
    abandon: true,
    reason: "no",
  });
  small.pass(minute);
  small.world.outcomes.add({ action: "Go", status: "Failed", times: 1 });
  for (let count = 0; count < 2; count += 1) {
    small.start("shop");
    small.pass(10 * minute);
  }
  small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
  small.pass(10 * minute);
  return small;
}

describe("every event", () => {
  const events = eventful()
    .world.events.after(0)
    .map(({ event }) => event);

  it.each(Object.entries(DOCUMENTED))("of level %s has the documented members and states", (level, known) => {
    const details = events
      .filter((event) => event["detail-type"] === `CodePipeline ${level} Execution State Change`)
      .map(({ detail }) => detail);
    expect(details.length).toBeGreaterThan(3);
    for (const detail of details) {
      const names = Object.keys(detail);
      expect(names).toEqual(expect.arrayContaining([...known.always]));
      const documented: string[] = [...known.always, ...known.sometimes];
      expect(names.filter((name) => !documented.includes(name))).toEqual([]);
      expect(known.states).toContain(detail.state);
    }
  });

  it("has an id of its own and lies between its execution's start and now", () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const { time, detail } of events) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(String(detail["start-time"]) <= `${time.slice(0, 19)}.999Z`).toBe(true);
    }
  });

  it("tells all the ways an execution can end", () => {
    const states = events
      .filter((event) => event["detail-type"].includes("Pipeline Execution"))
      .map(({ detail }) => detail.state);
    expect(states).toEqual(
      expect.arrayContaining(["STOPPING", "STOPPED", "SUPERSEDED", "FAILED", "CANCELED"]),
    );
  });
});
