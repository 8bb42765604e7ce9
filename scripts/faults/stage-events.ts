/** An event as `GET /_emulator/events` tells it. */
export type LoggedEvent = {
  account: string;
  region: string;
  event: { "detail-type": string; detail: Record<string, unknown> };
};

const ENDS: Readonly<Record<string, string>> = {
  SUCCEEDED: "Succeeded",
  FAILED: "Failed",
  STOPPED: "Stopped",
};

/**
 * Where every stage stood one after the other, in the words of `Rails`, by `account region/pipeline/stage`: the truth,
 * since the emulator tells all events in order, whatever befell them on the way.
 */
export function stageHistory(events: readonly LoggedEvent[]): Map<string, string[]> {
  const history = new Map<string, string[]>();
  for (const { account, region, event } of events) {
    if (event["detail-type"] !== "CodePipeline Stage Execution State Change") continue;
    const { pipeline, stage, state, "execution-id": execution } = event.detail;
    const key = `${account} ${region}/${pipeline}/${stage}`;
    const marks = history.get(key) ?? [];
    history.set(key, [...marks, ENDS[String(state)] ?? `at ${execution}`]);
  }
  return history;
}

/** Whether somebody who saw `seen` one after the other can have looked at what went through `history`. */
export function isInOrder(seen: readonly string[], history: readonly string[]): boolean {
  let from = 0;
  for (const mark of seen) {
    const at = history.indexOf(mark, from);
    if (at < 0) return false;
    from = at;
  }
  return true;
}
