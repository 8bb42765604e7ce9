import type { TimelineStage } from "@/lib/domain/execution-detail";
import type { ExecutionParams } from "./use-execution-params";

/** Whether a stage is open without being asked: always where there is room, on phones when it needs to be looked into. */
export function opensByItself(stage: TimelineStage, phone: boolean): boolean {
  return !phone || (!QUIET.has(stage.standing) && stage.actions.length + stage.rules.length > 0);
}

const QUIET = new Set(["Succeeded", "NotYetRun", "Skipped", "Queued", "ClosedGate", "Approval"]);

/** Whether a stage is open: as a person has set it, else as it is by itself. */
export function isOpen(stage: TimelineStage, params: ExecutionParams, phone: boolean): boolean {
  if (names(params.closed).includes(stage.name)) return false;
  if (params.stage === stage.name) return true;
  return names(params.open).includes(stage.name) || opensByItself(stage, phone);
}

/** What the address says once a stage is opened or closed. */
export function toggleStage(stage: TimelineStage, params: ExecutionParams, phone: boolean): ExecutionParams {
  const without = (list: string | undefined) => names(list).filter((name) => name !== stage.name);
  const opens = !isOpen(stage, params, phone);
  const plain = opens === opensByItself(stage, phone);
  const closed = [...without(params.closed), ...(plain || opens ? [] : [stage.name])];
  const open = [...without(params.open), ...(plain || !opens ? [] : [stage.name])];
  return { closed: closed.join(",") || undefined, open: open.join(",") || undefined };
}

function names(list: string | undefined): string[] {
  return list === undefined || list === "" ? [] : list.split(",");
}
