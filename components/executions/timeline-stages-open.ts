import type { TimelineStage } from "@/lib/domain/execution-detail";
import type { ExecutionParams } from "./use-execution-params";

/** Lines more than this are too many to read: then only what needs to be looked into is open, as on phones. */
const MOST_LINES = 200;

/** Whether there is room for all lines of all stages. */
export function hasRoom(stages: readonly TimelineStage[], phone: boolean): boolean {
  const lines = (stage: TimelineStage) =>
    1 + stage.actions.length + stage.rules.length + stage.pending.length + stage.waits.length;
  return !phone && stages.reduce((sum, stage) => sum + lines(stage), 0) <= MOST_LINES;
}

/** Whether a stage is open without being asked: always where there is room, else when it needs to be looked into. */
export function opensByItself(stage: TimelineStage, narrow: boolean): boolean {
  return !narrow || (!QUIET.has(stage.standing) && stage.actions.length + stage.rules.length > 0);
}

const QUIET = new Set(["Succeeded", "NotYetRun", "Skipped", "Queued", "ClosedGate", "Approval"]);

/** Whether a stage is open: as a person has set it, else as it is by itself. */
export function isOpen(stage: TimelineStage, params: ExecutionParams, narrow: boolean): boolean {
  if (names(params.closed).includes(stage.name)) return false;
  if (params.stage === stage.name) return true;
  return names(params.open).includes(stage.name) || opensByItself(stage, narrow);
}

/** What the address says once a stage is opened or closed. */
export function toggleStage(stage: TimelineStage, params: ExecutionParams, narrow: boolean): ExecutionParams {
  const without = (list: string | undefined) => names(list).filter((name) => name !== stage.name);
  const opens = !isOpen(stage, params, narrow);
  const plain = opens === opensByItself(stage, narrow);
  const closed = [...without(params.closed), ...(plain || opens ? [] : [stage.name])];
  const open = [...without(params.open), ...(plain || !opens ? [] : [stage.name])];
  return { closed: closed.join(",") || undefined, open: open.join(",") || undefined };
}

function names(list: string | undefined): string[] {
  return list === undefined || list === "" ? [] : list.split(",");
}
