import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { pressAddress } from "@/components/presses/press-address";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Verb } from "@/lib/domain/receipt";

/** One press that a row of the history offers, or why not now. */
export interface HistoryOffer {
  /** What the address says once its decision is open. */
  open: PipelineParams;
  label: string;
  off?: string;
  danger?: boolean;
}

/** Whether there is anything to press on an execution: what runs, what its stage still shows, and the way back to it. */
export function historyOffers(
  execution: ExecutionSummary,
  stages: PipelineState["stages"],
  whyNot: (verb: Verb, stage?: string) => string | undefined,
): HistoryOffer[] {
  const { id, standing, status, stage, executionMode, executionType } = execution;
  const parallel = executionMode === "PARALLEL";
  if (isInFlight(status)) {
    const stopping = status === "Stopping";
    const verb = stopping ? "abandon" : "stop";
    const stop = { open: { stop: id }, label: stopping ? "Abandon…" : "Stop…", off: whyNot(verb) };
    const waits = standing === "Approval" && stage !== undefined;
    return waits ? [{ open: { review: stage, execution: id }, label: "Review…" }, stop] : [stop];
  }
  const here = stages.find(({ name }) => name === stage);
  const isThere = parallel || here?.executionId === id;
  if ((status === "Failed" || status === "Stopped") && stage !== undefined && isThere)
    return [
      {
        open: { press: pressAddress({ verb: "retry", stage }), execution: id },
        label: `Retry ${stage}…`,
        off: whyNot("retry", stage),
      },
    ];
  const last = execution.stages.slice(1).findLast((each) => each.standing === "Succeeded")?.stage;
  if (status !== "Succeeded" || executionType === "ROLLBACK" || last === undefined) return [];
  const now = stages.find(({ name }) => name === last)?.executionId === id;
  return [
    {
      open: { press: pressAddress({ verb: "rollback", stage: last }), execution: id },
      label: `Roll ${last} back to this…`,
      off:
        whyNot("rollback", last) ??
        (parallel ? "AWS does not roll back stages in PARALLEL mode." : undefined) ??
        (now ? `It is what ${last} has now.` : undefined),
      danger: true,
    },
  ];
}
