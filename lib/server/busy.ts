import "server-only";
import { type EventLoopUtilization, performance } from "node:perf_hooks";

/** How long a stretch of time tells whether the process is busy. */
const STRETCH_MS = 100;
/** Above this share of its time at work, whoever asks something of it begins to wait. */
const BUSY_SHARE = 0.6;

interface Stretch {
  from: EventLoopUtilization;
  busy: boolean;
}

declare global {
  /** Of the whole process, whatever bundle asks. */
  var pipedeckStretch: Stretch | undefined;
}

/** Whether this process was at work for most of the last moment, so that what can wait should. */
export function isBusy(): boolean {
  globalThis.pipedeckStretch ??= { from: performance.eventLoopUtilization(), busy: false };
  const stretch = globalThis.pipedeckStretch;
  const { active, idle, utilization } = performance.eventLoopUtilization(stretch.from);
  if (active + idle < STRETCH_MS) return stretch.busy;
  globalThis.pipedeckStretch = {
    from: performance.eventLoopUtilization(),
    busy: utilization > BUSY_SHARE,
  };
  return globalThis.pipedeckStretch.busy;
}
