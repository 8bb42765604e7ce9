import type { Told } from "../chronicle";
import type { Invariant } from "./invariant";

type Changes = Readonly<Record<string, readonly string[]>>;

const inProgress = ["SUCCEEDED", "FAILED", "STOPPING", "CANCELED"];
const legal: Readonly<Record<Told["level"], Changes>> = {
  Pipeline: {
    "": ["STARTED"],
    STARTED: [...inProgress, "SUPERSEDED"],
    RESUMED: [...inProgress, "SUPERSEDED"],
    STOPPING: ["STOPPED"],
    FAILED: ["RESUMED"],
    STOPPED: ["RESUMED"],
  },
  Stage: {
    "": ["STARTED"],
    STARTED: inProgress,
    RESUMED: inProgress,
    STOPPING: ["STOPPED"],
    FAILED: ["RESUMED"],
    STOPPED: ["RESUMED"],
  },
  Action: { "": ["STARTED"], STARTED: ["SUCCEEDED", "FAILED", "ABANDONED"] },
};

/** Statuses change along these ways only, instants and attempts never go back, an attempt is one more than the one before. */
export const legalChanges: Invariant = {
  title: "statuses change in legal ways",
  watch: () => {
    let latest = "";
    const attempts = new Map<string, number>();
    return {
      sees({ level, state, before = "", execution, event }) {
        if (!legal[level][before]?.includes(state))
          return `${level} of ${execution.id} went from ${before} to ${state}`;
        if (event.time < latest) return `event ${event.id} is of ${event.time}, after one of ${latest}`;
        latest = event.time;
        const attempt = attempts.get(execution.id) ?? 1;
        const step = execution.attempt - attempt;
        attempts.set(execution.id, execution.attempt);
        const resumes = level === "Pipeline" && state === "RESUMED";
        return step === 0 || (step === 1 && resumes)
          ? undefined
          : `attempt ${execution.attempt} follows ${attempt}`;
      },
    };
  },
};
