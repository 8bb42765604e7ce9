import type { Invariant, Watched } from "./invariant";

const ended: readonly string[] = ["SUCCEEDED", "FAILED", "STOPPED", "SUPERSEDED", "CANCELED"];
/** Looked at again with each move; the others at the end. */
const lookedAt = 1;

function asShown({ small }: Watched, pipelineName: string, id: string): string {
  const { pipelineExecution } = small.ask<{ pipelineExecution: unknown }>("GetPipelineExecution", {
    pipelineName,
    pipelineExecutionId: id,
  });
  const filter = { pipelineExecutionId: id };
  const rules = small.ask<unknown>("ListRuleExecutions", { pipelineName, filter });
  return JSON.stringify([pipelineExecution, small.actionRuns(pipelineName, { filter }), rules]);
}

function isIdle(world: Watched, pipeline: string, id: string): boolean {
  const records = world.records(pipeline);
  const running = [...(records?.runningActions ?? []), ...(records?.runningRules ?? [])];
  return running.every(({ stageRun }) => stageRun.execution.id !== id);
}

interface Kept {
  pipeline: string;
  shown: string;
}

/** Its actions and rules too; until a retry or an override takes it up again. */
export const pastIsKept: Invariant = {
  title: "nothing about an ended execution changes",
  watch: (world) => {
    const kept = new Map<string, Kept>();
    const keep = (): void => {
      for (const pipeline of world.chronicle.pipelines.keys()) {
        const recent = world.chronicle.executions(pipeline).slice(-20);
        for (const { id, state } of recent) {
          if (kept.has(id) || !ended.includes(state) || !isIdle(world, pipeline, id)) continue;
          kept.set(id, { pipeline, shown: asShown(world, pipeline, id) });
        }
      }
    };
    const changed = (id: string, { pipeline, shown }: Kept): string | undefined => {
      if (!world.chronicle.execution(pipeline, id)) return undefined;
      const now = asShown(world, pipeline, id);
      return now === shown ? undefined : `${id} ended as ${shown} and is now ${now}`;
    };
    const anyChanged = (some: Iterable<[string, Kept]>): string | undefined => {
      for (const [id, one] of some) {
        const found = changed(id, one);
        if (found) return found;
      }
      return undefined;
    };
    return {
      sees({ level, state, execution }) {
        if (level === "Pipeline" && state === "RESUMED") kept.delete(execution.id);
        return undefined;
      },
      looks() {
        const found = anyChanged([...kept].slice(-lookedAt));
        keep();
        return found;
      },
      looksBack: () => anyChanged(kept),
    };
  },
};
