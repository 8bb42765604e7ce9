import type { Stoppable } from "./stop-facts";

/** The button's words: what it does, to which execution. */
export function stopButton(chosen: Stoppable, abandon: boolean): string {
  const count = chosen.running?.length ?? 0;
  if (!abandon) {
    return `Stop ${chosen.label}`;
  }
  return count === 0 ? `Abandon ${chosen.label}` : `Abandon ${count} ${actionWord(count)} of ${chosen.label}`;
}

/** What a press would do, in one or two sentences. */
export function stopConsequence(chosen: Stoppable, abandon: boolean): string {
  if (chosen.running === undefined) {
    return untold(chosen, abandon);
  }
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

function untold({ label, execution: { standing, stage } }: Stoppable, abandon: boolean): string {
  // In front of a closed gate it is not in that stage yet.
  const where = stage === undefined || standing === "ClosedGate" ? "" : ` in ${stage}`;
  const unknown = `What of it runs${where} is not known here`;
  return abandon
    ? `${label} stops at once. ${unknown}: AWS tells nobody outside, so it may go on by itself and may still write.`
    : `${unknown}; it runs to its end first. After that nothing further starts, and ${label} is Stopped.`;
}

function actionWord(count: number): string {
  return count === 1 ? "action" : "actions";
}

function list(words: readonly string[], last = "and"): string {
  const end = words.at(-1) ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}
