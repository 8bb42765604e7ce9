import type { ToldExecution } from "../chronicle";
import type { Invariant } from "./invariant";

function isQueued({ mode, triggerType }: ToldExecution): boolean {
  return mode === "QUEUED" && !triggerType?.endsWith("Rollback");
}

/** One at a time and nobody overtakes: so every stage is entered in the order of the starts. */
export const firstInFirstOut: Invariant = {
  title: "first in, first out in QUEUED",
  watch: (world) => ({
    sees({ level, state, execution, stage }) {
      if (level !== "Stage" || state !== "STARTED" || !stage || !isQueued(execution)) return undefined;
      const executions = world.chronicle.executions(execution.pipeline);
      const later = executions.slice(executions.indexOf(execution) + 1);
      const overtook = later.find((other) => isQueued(other) && other.stages.has(stage.name));
      return overtook && `${overtook.id} entered ${stage.name} before ${execution.id}, which started earlier`;
    },
  }),
};
