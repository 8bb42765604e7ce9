import type { Invariant } from "./invariant";
import { isInside } from "./one-in-a-stage";

const forGood: readonly string[] = ["SUCCEEDED", "SUPERSEDED", "CANCELED"];

/** Only a retry or an override takes a failed or stopped execution up again; actions beside a failed one run to their end. */
export const endedIsOver: Invariant = {
  title: "an execution that ended does nothing more",
  watch: (world) => ({
    sees({ level, state, before, execution, stage }) {
      const now = level === "Pipeline" ? before : execution.state;
      const words = `${execution.id} was ${now} and then came ${level} ${state}`;
      if (now !== undefined && forGood.includes(now)) return words;
      if (now === "STOPPED" && !(level === "Pipeline" && state === "RESUMED")) return words;
      const mayFollow =
        level === "Pipeline" ? state === "RESUMED" : level === "Action" && state !== "STARTED";
      if (now === "FAILED" && !mayFollow) return `${words} ${stage?.name ?? ""}`;
      if (level !== "Pipeline" || state !== "SUPERSEDED") return undefined;
      const inside = [...execution.stages.values()].find((each) => isInside(world, execution, each));
      return inside && `${execution.id} was superseded inside ${inside.name}`;
    },
  }),
};
