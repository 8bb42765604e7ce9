import type { ActionState } from "./pipeline-state";
import type { Waiting } from "./waiting";

/** Of actions that run at once, how many are told with the time they have run. */
const MOST_TIMED = 5;

/** The actions at work: what they are called, and since when the longest of them run. */
export function runningActions(actions: readonly ActionState[]): {
  names: string[];
  times: Pick<Waiting, "since" | "running">;
} {
  const running = actions.filter(({ standing }) => standing === "InProgress");
  const timed = running
    .flatMap(({ name, startedAt }) => (startedAt === undefined ? [] : [{ action: name, since: startedAt }]))
    .sort((a, b) => a.since.localeCompare(b.since))
    .slice(0, MOST_TIMED);
  return {
    names: running.map(({ name }) => name),
    times: timed[0] === undefined ? {} : { since: timed[0].since, running: timed },
  };
}
