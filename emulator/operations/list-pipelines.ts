import { makeToken, readToken } from "../engine/paging";
import { currentDeclaration } from "../engine/pipeline-lookup";
import type { Pipeline } from "../engine/record";
import { wireInstant } from "../engine/views/instant";
import { defineOperation } from "./operation";

interface Input {
  nextToken?: string;
  maxResults?: number;
}

const defaultPageSize = 1000;

function summary(pipeline: Pipeline): Record<string, unknown> {
  const { pipelineType, executionMode } = currentDeclaration(pipeline);
  return {
    name: pipeline.name,
    version: pipeline.versions.length,
    pipelineType,
    executionMode,
    created: wireInstant(pipeline.createdAt),
    updated: wireInstant(pipeline.updatedAt),
  };
}

/** ListPipelines: by name; a token names the last pipeline seen, so that pages hold while pipelines come and go. */
export const listPipelines = defineOperation<Input>({
  name: "ListPipelines",
  input: "ListPipelinesInput",
  errors: ["InvalidNextToken"],
  run(world, ctx, { nextToken, maxResults = defaultPageSize }) {
    const scope = { seed: world.seed, ...ctx, operation: "ListPipelines", parameters: {} };
    const found = world
      .region(ctx.account, ctx.region)
      .after(readToken(scope, nextToken) ?? "", maxResults + 1);
    const page = found.slice(0, maxResults);
    const last = page.at(-1);
    return {
      pipelines: page.map(summary),
      ...(found.length > page.length && last && { nextToken: makeToken(scope, last.name) }),
    };
  },
});
