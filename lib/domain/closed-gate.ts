import { firstLine } from "./first-line";
import { withFullStop } from "./full-stop";
import { resumesUntil } from "./gate-deadline";
import { nameList } from "./name-list";
import type { StageState } from "./pipeline-state";
import type { Waiting } from "./waiting";

/** A closed gate, by whom and why, as far as AWS tells: `gate into Prod is closed by m.okafor: Index rebuild`. */
export function gateWords({ name, transition: { changedBy, reason } }: StageState): string {
  const by = changedBy === undefined ? "" : ` by ${changedBy}`;
  const why = firstLine(reason)?.replace(/\.$/, "");
  return `gate into ${name} is closed${by}${why === undefined ? "" : `: ${why}`}`;
}

/** Since when a gate is closed, and until when opening it resumes those who wait in front of it. */
export function gateTimes({ transition: { changedAt } }: StageState): Pick<Waiting, "since" | "until"> {
  if (changedAt === undefined) return {};
  return {
    since: changedAt,
    ...(!Number.isNaN(Date.parse(changedAt)) && { until: resumesUntil(changedAt) }),
  };
}

/** What a closed gate holds. `waiting`: what those in front of it are called, if anybody is. */
export function heldAtGate(stage: StageState, waiting: readonly string[]): Waiting {
  const { since, until } = gateTimes(stage);
  const wait = waiting.length === 1 ? "waits" : "wait";
  const who = waiting.length === 0 ? "" : ` ${nameList(waiting)} ${wait} in front of it.`;
  return {
    cause: "gate",
    stage: stage.name,
    text: `${withFullStop(`The ${gateWords(stage)}`)}${who}`,
    ...(since !== undefined && { since }),
    ...(until !== undefined && waiting.length > 0 && { until }),
  };
}
