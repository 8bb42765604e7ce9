import type { Told } from "../chronicle";
import type { Invariant, Watched } from "./invariant";

const mostAtOnce = 5;

function broken(world: Watched, { execution, stage, action }: Told): string | undefined {
  const structure = world.records(execution.pipeline)?.versions[execution.version - 1];
  const declared = structure?.stages.find(({ name }) => name === stage?.name)?.actions ?? [];
  const own = declared.find(({ name }) => name === action?.name);
  if (!own || !stage || !action) return `${execution.id} started an action its version does not have`;
  const earlier = declared.filter(({ runOrder = 1 }) => runOrder < (own.runOrder ?? 1));
  const notYet = earlier.find(({ name }) => stage.actions.get(name)?.state !== "SUCCEEDED");
  if (notYet) return `${action.name} started before ${notYet.name} had succeeded`;
  const running = [...execution.actions.values()].filter(({ state }) => state === "STARTED");
  if (running.some((other) => other !== action && other.stage === stage.name && other.name === action.name))
    return `${action.name} runs twice in ${execution.id}`;
  if (execution.mode === "PARALLEL" && running.length > mostAtOnce)
    return `${running.length} actions run in ${execution.id}`;
  return undefined;
}

/** Also: no action runs twice at once in an execution, and at most five in one of PARALLEL. */
export const runOrder: Invariant = {
  title: "actions start in run order",
  watch: (world) => ({
    sees: (told) => (told.level === "Action" && told.state === "STARTED" ? broken(world, told) : undefined),
  }),
};
