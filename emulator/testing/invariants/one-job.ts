import type { Invariant, Watched } from "./invariant";

function* broken(world: Watched, name: string): Generator<string> {
  const pipeline = world.records(name);
  for (const run of pipeline?.runningActions ?? []) {
    const { actionTypeId } = run.declaration;
    const isScripted = run.expectedEndAt !== undefined || run.errorDetails !== undefined;
    const waits = actionTypeId.owner === "Custom" && !isScripted;
    if (waits && run.job === undefined) yield `action run ${run.id} waits for no job`;
    if (!waits && run.job !== undefined) yield `action run ${run.id} has a job nobody asked for`;
    if (run.job && (run.job.run !== run || run.job.status === "Ended"))
      yield `the job of action run ${run.id} is over or another's`;
  }
  for (const run of pipeline?.actionRuns.slice(-20) ?? [])
    if (run.status !== "InProgress" && run.job) yield `action run ${run.id} has ended and has a job`;
}

/** From its start to its end, also while a worker says that it goes on; a type that is deleted leaves the job where it is. */
export const oneJob: Invariant = {
  title: "an action of a custom type waits for exactly one job",
  watch: (world) => ({
    looks() {
      for (const name of world.chronicle.pipelines.keys())
        for (const found of broken(world, name)) return found;
      return undefined;
    },
  }),
};
