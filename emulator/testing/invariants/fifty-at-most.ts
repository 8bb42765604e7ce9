import type { ToldExecution } from "../chronicle";
import type { Invariant } from "./invariant";

const quota = 50;
const activeStates: readonly string[] = ["STARTED", "RESUMED", "STOPPING"];

/** What an event starts beyond the quota fails at once, and in no stage. */
export const fiftyAtMost: Invariant = {
  title: "at most 50 executions in QUEUED and PARALLEL",
  watch: (world) => {
    let beyond: ToldExecution | undefined;
    return {
      sees({ level, state, execution }) {
        const expected = beyond;
        beyond = undefined;
        if (expected && !(expected === execution && level === "Pipeline" && state === "FAILED"))
          return `${expected.id} started although ${quota} executions were under way`;
        const begins = level === "Pipeline" && (state === "STARTED" || state === "RESUMED");
        if (!begins || execution.mode === "SUPERSEDED") return undefined;
        const active = world.chronicle
          .executions(execution.pipeline)
          .filter(({ mode, state }) => mode !== "SUPERSEDED" && activeStates.includes(state));
        if (active.length > quota) beyond = execution;
        return undefined;
      },
    };
  },
};
