import type { ToldExecution } from "../chronicle";
import type { Invariant, Watched } from "./invariant";
import { wasSkipped } from "./one-in-a-stage";

const statusOf: Readonly<Record<string, string>> = {
  STARTED: "InProgress",
  RESUMED: "InProgress",
  SUCCEEDED: "Succeeded",
  FAILED: "Failed",
  STOPPING: "Stopping",
  STOPPED: "Stopped",
  SUPERSEDED: "Superseded",
  CANCELED: "Cancelled",
  ABANDONED: "Abandoned",
};

/** A pipeline without events since the last look is looked at every so many moves, as something may have changed without one. */
const allEvery = 4;

function expected(what: string, view: string | undefined, state: string | undefined): string | undefined {
  const told = statusOf[state ?? ""];
  return view === told ? undefined : `${what} is ${view}, the events say ${told}`;
}

function first(problems: Iterable<string | undefined>): string | undefined {
  for (const problem of problems) if (problem !== undefined) return problem;
  return undefined;
}

function* executionsBroken(world: Watched, name: string): Generator<string | undefined> {
  const shown = world.small.executions(name);
  const told = world.chronicle.executions(name).reverse();
  if (shown.length < Math.min(told.length, 100))
    yield `${name} shows ${shown.length} of ${told.length} executions`;
  for (const [index, { pipelineExecutionId: id, status }] of shown.entries()) {
    if (told[index]?.id !== id)
      yield `execution ${index} of ${name} is ${id}, the events say ${told[index]?.id}`;
    yield expected(`listed execution ${id}`, status, told[index]?.state);
    if (index < 3) yield expected(`execution ${id}`, world.small.status(name, id), told[index]?.state);
  }
}

function stageState(world: Watched, execution: ToldExecution | undefined, stage: string): string | undefined {
  return execution && wasSkipped(world, execution, stage) ? "SKIPPED" : execution?.stages.get(stage)?.state;
}

function* statesBroken(world: Watched, name: string): Generator<string | undefined> {
  for (const stage of world.small.stages(name)) {
    const { stageName, latestExecution: latest, inboundExecution, inboundExecutions, actionStates } = stage;
    if (inboundExecution?.pipelineExecutionId !== inboundExecutions[0]?.pipelineExecutionId)
      yield `${stageName} shows two inbound executions`;
    for (const inbound of inboundExecutions) {
      const execution = world.chronicle.execution(name, inbound.pipelineExecutionId);
      yield expected(`inbound execution ${inbound.pipelineExecutionId}`, inbound.status, execution?.state);
      if (execution?.stages.has(stageName))
        yield `${execution.id} waits in front of ${stageName}, where it was`;
    }
    if (!latest) continue;
    const execution = world.chronicle.execution(name, latest.pipelineExecutionId);
    const state = stageState(world, execution, stageName);
    if (state !== "SKIPPED" || latest.status !== "Skipped")
      yield expected(`stage ${stageName}`, latest.status, state);
    for (const { actionName, latestExecution: run } of actionStates)
      if (run)
        yield expected(
          `action ${actionName}`,
          run.status,
          execution?.actions.get(run.actionExecutionId)?.state,
        );
  }
}

function* runsBroken(world: Watched, name: string): Generator<string | undefined> {
  const executions = world.chronicle.executions(name);
  const count = executions.reduce((sum, { actions }) => sum + actions.size, 0);
  const listed = world.small.actionRuns(name, { maxResults: 30 });
  if (listed.length !== Math.min(count, 30))
    yield `${listed.length} action runs are listed of the ${count} the events tell of`;
  for (const { pipelineExecutionId, actionExecutionId: id, status } of listed) {
    const told = world.chronicle.execution(name, pipelineExecutionId)?.actions.get(id);
    yield expected(`action run ${id}`, status, told?.state);
  }
}

/**
 * The events, replayed, say what ListPipelineExecutions, GetPipelineExecution, GetPipelineState and ListActionExecutions
 * say. A skipped stage has no event.
 */
export const viewsAgree: Invariant = {
  title: "every change has its event, and the views say what the events say",
  watch: (world) => {
    const changed = new Set<string>();
    let looked = 0;
    return {
      sees({ execution }) {
        changed.add(execution.pipeline);
        return undefined;
      },
      looks() {
        looked += 1;
        for (const name of world.chronicle.pipelines.keys()) {
          if (!changed.delete(name) && looked % allEvery !== 0) continue;
          const found =
            first(executionsBroken(world, name)) ??
            first(statesBroken(world, name)) ??
            first(runsBroken(world, name));
          if (found) return found;
        }
        return undefined;
      },
    };
  },
};
