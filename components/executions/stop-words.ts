import type { Stoppable } from "./stop-facts";

/** The button's words: what it does, to which execution. */
export function stopButton(chosen: Stoppable, abandon: boolean): string {
  const count = chosen.running.length;
  if (!abandon) {
    return `Stop ${chosen.label}`;
  }
  return count === 0 ? `Abandon ${chosen.label}` : `Abandon ${count} ${actionWord(count)} of ${chosen.label}`;
}

/** What a press would do, in one or two sentences. */
export function stopConsequence(chosen: Stoppable, abandon: boolean): string {
  const names = list(chosen.running.map((action) => action.name));
  const count = chosen.running.length;
  if (!abandon) {
    return count === 0
      ? `Nothing of ${chosen.label} runs now, so it stops where it stands and does not go on.`
      : `${names} ${count === 1 ? "runs" : "run"} to ${count === 1 ? "its" : "their"} end first. After that nothing further starts, and ${chosen.label} is Stopped.`;
  }
  const outside = chosen.running.filter((action) => action.category !== "Approval");
  const providers = list([...new Set(outside.map((action) => action.provider))], "or");
  if (outside.length === 0) {
    return `${chosen.label} stops at once, and what waits in it is given up.`;
  }
  const left = list(outside.map((action) => action.name));
  return `${chosen.label} stops at once. AWS does not tell ${providers}, so ${left} ${
    outside.length === 1 ? "goes on by itself" : "go on by themselves"
  } and may still write.`;
}

function actionWord(count: number): string {
  return count === 1 ? "action" : "actions";
}

function list(words: readonly string[], last = "and"): string {
  const end = words.at(-1) ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}
