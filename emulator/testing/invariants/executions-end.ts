import type { Invariant } from "./invariant";

/** Every approval has timed out by then, every transition is open. */
export const executionsEnd: Invariant = {
  title: "every execution ends",
  watch: (world) => ({
    ends() {
      for (const name of world.chronicle.pipelines.keys()) {
        const pipeline = world.records(name);
        if (!pipeline) continue;
        const [active] = pipeline.active;
        if (active) return `${active.id} is ${active.status} still`;
        if (pipeline.runningActions.size + pipeline.runningRules.size > 0)
          return `something runs in ${name} still`;
      }
      const next = world.small.world.nextEventAt();
      return next === undefined ? undefined : `something is due at ${new Date(next).toISOString()}`;
    },
  }),
};
