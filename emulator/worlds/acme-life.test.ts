import { beforeEach, describe, expect, test } from "vitest";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { buildAcme } from "./acme";
import { listOf, recordOf, textOf } from "./answers";

const NOW = Date.parse("2026-03-04T14:00:00Z");
const MINUTE_MS = 60_000;
const PLACES = [
  ["111122223333", "eu-west-1"],
  ["444455556666", "eu-west-1"],
  ["444455556666", "us-east-1"],
  ["222233334444", "eu-west-1"],
  ["222233334444", "us-east-1"],
  ["111122223333", "us-east-1"],
] as const;
let world: World;

function ask([account, region]: (typeof PLACES)[number], operation: string, input: object) {
  const context = {
    account,
    region,
    partition: "aws",
    principalArn: "me",
    requestId: "1",
    endpoint: "",
  } as const;
  return recordOf(execute(world, context, operation, input));
}

function names(place: (typeof PLACES)[number]): string[] {
  return listOf(ask(place, "ListPipelines", {}).pipelines).map(({ name }) => textOf(name));
}

beforeEach(() => {
  world = buildAcme(1, NOW).world;
});

describe("the company lives on", () => {
  test("for ten hours an approval is about to expire and three executions run at once in PARALLEL", () => {
    let without = 0;
    for (let minutes = 0; minutes <= 600; minutes += 2) {
      world.advanceTo(NOW + minutes * MINUTE_MS);
      const state = ask(PLACES[1], "GetPipelineState", { name: "orders-api" });
      const open = listOf(state.stageStates)
        .flatMap((stage) => listOf(stage.actionStates))
        .some((action) => recordOf(action.latestExecution).token !== undefined);
      if (!open) without += 1;
      const runs = ask(PLACES[0], "ListPipelineExecutions", {
        pipelineName: "media-transcoder",
        maxResults: 12,
      });
      const live = listOf(runs.pipelineExecutionSummaries).filter(({ status }) => status === "InProgress");
      expect([minutes, live.length >= 3 && live.length <= 6]).toEqual([minutes, true]);
    }
    const { pipeline } = ask(PLACES[1], "GetPipeline", { name: "orders-api" });
    const approval = listOf(recordOf(pipeline).stages).find(({ name }) => name === "Approve");
    expect(listOf(approval?.actions)[0]).toMatchObject({ timeoutInMinutes: 30 });
    expect(without).toBe(0);
  });

  test("unless it is told to rest: then nothing starts by itself", () => {
    world = buildAcme(1, NOW, false).world;
    const started = () =>
      PLACES.flatMap((place) =>
        names(place).map((pipelineName) => {
          const runs = ask(place, "ListPipelineExecutions", { pipelineName, maxResults: 1 });
          return listOf(runs.pipelineExecutionSummaries)[0]?.pipelineExecutionId;
        }),
      );
    const before = started();
    world.advanceTo(NOW + 300 * MINUTE_MS);
    expect(started()).toEqual(before);
  });

  test("when every pipeline is deleted nothing goes wrong", () => {
    for (const place of PLACES) for (const name of names(place)) ask(place, "DeletePipeline", { name });
    expect(() => world.advanceTo(NOW + 600 * MINUTE_MS)).not.toThrow();
  });

  test("when every pipeline is rebuilt with other stages, actions and variables nothing goes wrong", () => {
    for (const place of PLACES) {
      for (const name of names(place)) {
        const pipeline = recordOf(ask(place, "GetPipeline", { name }).pipeline);
        const stages = listOf(pipeline.stages).map((stage) => ({
          ...stage,
          name: `${textOf(stage.name)}2`,
          actions: listOf(stage.actions).map((action) => ({ ...action, name: `${textOf(action.name)}2` })),
        }));
        const { triggers: _triggers, ...untriggered } = pipeline;
        const variables = [...listOf(pipeline.variables), { name: "needed" }];
        ask(place, "UpdatePipeline", { pipeline: { ...untriggered, stages, variables } });
      }
    }
    expect(() => world.advanceTo(NOW + 600 * MINUTE_MS)).not.toThrow();
  });
});
