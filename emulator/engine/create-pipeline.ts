import type { PipelineDeclaration } from "./declaration";
import { endJob } from "./jobs/queue-job";
import type { Place } from "./pipeline-lookup";
import type { Gate, Pipeline } from "./record";
import type { Simulation } from "./simulation";

/** The way into a stage nobody has come through. */
export function emptyGate(stageName: string): Gate {
  return {
    stageName,
    transition: { enabled: true },
    waiters: [],
    latestActions: new Map(),
    latestRevisions: new Map(),
  };
}

/** Records a new pipeline as version 1; starts nothing. */
export function createPipeline(
  sim: Simulation,
  place: Place,
  declaration: PipelineDeclaration,
  tags: ReadonlyMap<string, string>,
): Pipeline {
  const { account, region } = place;
  const pipeline: Pipeline = {
    changes: 0,
    account,
    region,
    name: declaration.name,
    arn: `arn:aws:codepipeline:${region}:${account}:${declaration.name}`,
    versions: [{ ...declaration, version: 1 }],
    createdAt: sim.now,
    updatedAt: sim.now,
    tags: new Map(tags),
    types: sim.region(account, region).types,
    random: sim.chanceOf(place, declaration.name),
    gates: new Map(declaration.stages.map(({ name }) => [name, emptyGate(name)])),
    executions: [],
    executionsById: new Map(),
    actionRuns: [],
    ruleRuns: [],
    active: new Set(),
    runningActions: new Set(),
    runningRules: new Set(),
    sources: new Map(),
    approvals: new Map(),
    starts: new Map(),
  };
  sim.region(account, region).add(pipeline);
  return pipeline;
}

/** Removes a pipeline and everything that would still happen in it. */
export function deletePipeline(sim: Simulation, pipeline: Pipeline): void {
  for (const run of [...pipeline.runningActions, ...pipeline.runningRules]) if (run.due) sim.cancel(run.due);
  for (const run of pipeline.runningActions) endJob(run);
  if (pipeline.poll) sim.cancel(pipeline.poll.due);
  pipeline.active.clear();
  sim.region(pipeline.account, pipeline.region).remove(pipeline.name);
}
