import { describe, expect, it } from "vitest";
import type { CallContext } from "../engine/call-context";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { answerProblems } from "../operations/testing/answer-problems";
import { buildWorld } from "./build-world";

const now = Date.parse("2026-03-04T14:00:00Z");

/** Asks and checks the answer, and every page that follows. */
function pages(
  world: World,
  ctx: CallContext,
  operation: string,
  body: object,
): Array<Record<string, unknown>> {
  const answers: Array<Record<string, unknown>> = [];
  let nextToken: unknown;
  do {
    const asked = nextToken === undefined ? body : { ...body, nextToken };
    const answer: unknown = JSON.parse(JSON.stringify(execute(world, ctx, operation, asked)));
    expect(answerProblems(operation, answer), `${operation} ${JSON.stringify(asked)}`).toEqual([]);
    const page = answer as Record<string, unknown>;
    answers.push(page);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return answers;
}

function namesIn(world: World, ctx: CallContext): string[] {
  return pages(world, ctx, "ListPipelines", {}).flatMap(({ pipelines }) =>
    (pipelines as Array<{ name: string }>).map(({ name }) => name),
  );
}

/** Reads everything there is about a pipeline. */
function readAll(world: World, ctx: CallContext, name: string): void {
  for (const operation of ["GetPipeline", "GetPipelineState"]) pages(world, ctx, operation, { name });
  const pipelineName = name;
  for (const operation of ["ListActionExecutions", "ListRuleExecutions"])
    pages(world, ctx, operation, { pipelineName });
  const executions = pages(world, ctx, "ListPipelineExecutions", { pipelineName }).flatMap(
    (page) => page.pipelineExecutionSummaries as Array<{ pipelineExecutionId: string }>,
  );
  for (const { pipelineExecutionId } of executions.slice(0, 20))
    pages(world, ctx, "GetPipelineExecution", { pipelineName, pipelineExecutionId });
  const resourceArn = `arn:aws:codepipeline:${ctx.region}:${ctx.account}:${name}`;
  pages(world, ctx, "ListTagsForResource", { resourceArn });
}

const built = new Map<string, World>();

function worldNamed(name: "acme" | "hostile" | "scale"): World {
  const known =
    built.get(name) ?? buildWorld(name, { seed: 1, now, life: true, pipelines: 60, executions: 150 }).world;
  built.set(name, known);
  return known;
}

describe("everything a world holds is answered as the model says, with every page", () => {
  it.each([
    ["acme", "111122223333", "eu-west-1"],
    ["acme", "111122223333", "us-east-1"],
    ["acme", "222233334444", "eu-west-1"],
    ["acme", "222233334444", "us-east-1"],
    ["acme", "444455556666", "eu-west-1"],
    ["acme", "444455556666", "us-east-1"],
    ["scale", "111122223333", "eu-west-1"],
    ["hostile", "111122223333", "eu-west-1"],
  ] as const)("%s, %s, %s", (name, account, region) => {
    const world = worldNamed(name);
    const principalArn = `arn:aws:iam::${account}:user/emulator`;
    const ctx: CallContext = {
      account,
      region,
      partition: "aws",
      principalArn,
      requestId: "1",
      endpoint: "",
    };
    const names = namesIn(world, ctx);
    for (const pipeline of names) readAll(world, ctx, pipeline);
    expect(names.length).toBeGreaterThanOrEqual(3);
  });
});
