import {
  GetPipelineStateCommand,
  ListPipelinesCommand,
  paginateListPipelineExecutions,
  paginateListPipelines,
} from "@aws-sdk/client-codepipeline";
import { describe, expect, test } from "vitest";
import { codePipelineAt } from "../door/sdk-for-tests";
import { startEmulator } from "../door/start";
import { buildScale } from "./scale";

const NOW = Date.parse("2026-03-04T14:00:00Z");

describe("the world scale", () => {
  test("has as many pipelines as asked for, in varied states, and the executions in the first", async () => {
    const sizes = { pipelines: 120, executions: 130 };
    const own = await startEmulator({ port: 0, world: "scale", clock: "manual", now: NOW, ...sizes });
    const client = codePipelineAt(own.url);
    const names: string[] = [];
    for await (const page of paginateListPipelines({ client, pageSize: 50 }, {})) {
      names.push(...(page.pipelines ?? []).map(({ name = "" }) => name));
    }
    expect(names).toHaveLength(120);
    const statuses: string[] = [];
    const pages = paginateListPipelineExecutions({ client, pageSize: 100 }, { pipelineName: names[0] });
    for await (const page of pages) {
      statuses.push(...(page.pipelineExecutionSummaries ?? []).map(({ status = "" }) => status));
    }
    expect(statuses).toHaveLength(130);
    expect(new Set(statuses)).toEqual(new Set(["Succeeded", "Failed"]));
    const kinds = new Set<string>();
    for (const name of names.slice(0, 20)) {
      const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name }));
      for (const stage of stageStates) {
        kinds.add(
          stage.inboundTransitionState?.enabled === false
            ? "closed"
            : (stage.latestExecution?.status ?? "none"),
        );
        if (stage.actionStates?.some((action) => action.latestExecution?.token)) kinds.add("approval");
      }
    }
    expect(kinds).toEqual(new Set(["Succeeded", "Failed", "InProgress", "closed", "approval", "none"]));
    await own.close();
  });

  test("is the same for the same seed and numbers", async () => {
    const print = async () => {
      const own = await startEmulator({ port: 0, world: "scale", clock: "manual", now: NOW, pipelines: 40 });
      const { pipelines } = await codePipelineAt(own.url).send(new ListPipelinesCommand());
      await own.close();
      return JSON.stringify(pipelines);
    };
    expect(await print()).toBe(await print());
  });

  test("ends at now with a thousand pipelines", () => {
    expect(buildScale(1, NOW, 1000, 50).now).toBe(NOW);
  });
});

test("the world empty has no pipelines anywhere", async () => {
  const own = await startEmulator({ port: 0, world: "empty" });
  for (const account of ["111122223333", "222233334444", "444455556666"]) {
    const { pipelines } = await codePipelineAt(own.url, { account }).send(new ListPipelinesCommand());
    expect(pipelines).toEqual([]);
  }
  await own.close();
});
