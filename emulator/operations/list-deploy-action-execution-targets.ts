import type { CallContext } from "../engine/call-context";
import { makeToken, readToken } from "../engine/paging";
import { findPipeline } from "../engine/pipeline-lookup";
import type { ActionRun, Pipeline } from "../engine/record";
import { ServiceError } from "../engine/service-error";
import { deployTargets } from "../engine/views/deploy-targets";
import type { World } from "../engine/world";
import { defineOperation } from "./operation";

interface Input {
  pipelineName?: string;
  actionExecutionId: string;
  filters?: Array<{ name?: "TARGET_STATUS"; values?: string[] }>;
  maxResults?: number;
  nextToken?: string;
}

function runIn(pipeline: Pipeline, id: string): ActionRun | undefined {
  return pipeline.actionRuns.findLast((run) => run.id === id);
}

function findRun(world: World, ctx: CallContext, { pipelineName, actionExecutionId }: Input): ActionRun {
  const pipelines =
    pipelineName === undefined
      ? world.region(ctx.account, ctx.region).all()
      : [findPipeline(world, ctx, pipelineName)];
  for (const pipeline of pipelines) {
    const run = runIn(pipeline, actionExecutionId);
    if (run) return run;
  }
  throw new ServiceError(
    "ActionExecutionNotFoundException",
    `The action execution '${actionExecutionId}' was not found`,
  );
}

/** ListDeployActionExecutionTargets: the targets of an EC2 or EKS deploy action; other actions have none. */
export const listDeployActionExecutionTargets = defineOperation<Input>({
  name: "ListDeployActionExecutionTargets",
  input: "ListDeployActionExecutionTargetsInput",
  errors: ["PipelineNotFound", "InvalidNextToken", "ActionExecutionNotFound"],
  run(world, ctx, input) {
    const { pipelineName, actionExecutionId, filters = [], maxResults = 100, nextToken } = input;
    const run = findRun(world, ctx, input);
    const parameters = { pipelineName, actionExecutionId, filters };
    const scope = { seed: world.seed, ...ctx, operation: "ListDeployActionExecutionTargets", parameters };
    const start = Number(readToken(scope, nextToken) ?? 0);
    const wanted = deployTargets(run, world.now)
      .map((target, place) => ({ target, place }))
      .filter(({ place }) => place >= start)
      .filter(({ target }) => filters.every(({ values }) => values?.includes(target.status) ?? true));
    const next = wanted[maxResults];
    return {
      targets: wanted.slice(0, maxResults).map(({ target }) => target),
      ...(next && { nextToken: makeToken(scope, String(next.place)) }),
    };
  },
});
