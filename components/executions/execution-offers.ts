import type { PressAddress } from "@/components/presses/press-address";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Verb } from "@/lib/domain/receipt";

/** One press that an execution's page offers, or why not now. */
export interface ExecutionOffer {
  address: PressAddress;
  label: string;
  off?: string;
  primary?: boolean;
}

/**
 * What can be pressed on an execution besides stopping it: where it failed, or stopped, a retry and a rollback; where it
 * went through, the way back to it in the last stage.
 */
export function executionOffers(
  { summary, stages, pipelineVersion, currentVersion }: ExecutionDetail,
  whyNot: (verb: Verb) => string | undefined,
): ExecutionOffer[] {
  if (isInFlight(summary.status) && summary.status !== "Stopping") return [];
  const failed = stages.findLast(({ standing }) => ["Failed", "Errored", "Stopped"].includes(standing));
  const isSource = failed?.name === stages[0]?.name;
  const parallel =
    summary.executionMode === "PARALLEL" ? "AWS does not roll back stages in PARALLEL mode." : undefined;
  const changed =
    pipelineVersion !== undefined && currentVersion !== undefined && pipelineVersion !== currentVersion
      ? `The pipeline was changed since: it is at version ${currentVersion}, this ran with ${pipelineVersion}.`
      : undefined;
  if (failed) {
    const back: ExecutionOffer = {
      address: { verb: "rollback", stage: failed.name },
      label: `Roll back ${failed.name}…`,
      off: whyNot("rollback") ?? parallel,
    };
    const retry: ExecutionOffer = {
      address: { verb: "retry", stage: failed.name },
      label: `Retry ${failed.name}…`,
      off: whyNot("retry") ?? changed,
      primary: true,
    };
    return isSource ? [retry] : [back, retry];
  }
  const last = stages.slice(1).findLast(({ standing }) => standing === "Succeeded");
  if (summary.status !== "Succeeded" || summary.executionType === "ROLLBACK" || !last) return [];
  return [
    {
      address: { verb: "rollback", stage: last.name },
      label: `Roll ${last.name} back to this…`,
      off: whyNot("rollback") ?? parallel ?? changed,
    },
  ];
}
