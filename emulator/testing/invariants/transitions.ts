import type { Invariant, Watched } from "./invariant";

function waitingForNothing(world: Watched, name: string): string | undefined {
  for (const gate of world.records(name)?.gates.values() ?? []) {
    const waiting = gate.waiters.filter(({ execution }) => execution.status === "InProgress");
    const superseding = waiting.filter(({ execution }) => execution.mode === "SUPERSEDED");
    if (superseding.length > 1)
      return `${superseding.length} executions wait in one place in front of ${gate.stageName}`;
    const free = waiting.find(
      ({ execution, stale }) => !stale && (!gate.occupant || execution.mode === "PARALLEL"),
    );
    if (gate.transition.enabled && free)
      return `${free.execution.id} waits in front of ${gate.stageName}, which is free`;
  }
  return undefined;
}

/** A rollback and a retry do not ask the transition. In front of a stage of a SUPERSEDED pipeline one execution waits at most. */
export const transitions: Invariant = {
  title: "a closed transition lets nobody in, an open one everybody it can",
  watch: (world) => ({
    sees({ level, state, execution, stage }) {
      if (level !== "Stage" || state !== "STARTED" || execution.triggerType?.endsWith("Rollback"))
        return undefined;
      const gate = world.records(execution.pipeline)?.gates.get(stage?.name ?? "");
      return gate && !gate.transition.enabled
        ? `${execution.id} entered ${gate.stageName} although it is closed`
        : undefined;
    },
    looks() {
      for (const name of world.chronicle.pipelines.keys()) {
        const found = waitingForNothing(world, name);
        if (found) return found;
      }
      return undefined;
    },
  }),
};
