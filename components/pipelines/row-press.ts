import { type PressAddress, pressAddress } from "@/components/presses/press-address";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { pipelinePath } from "@/lib/domain/pipeline-path";

/** The decision that a row of the overview leads to. */
export interface RowPress {
  label: string;
  href: string;
}

/**
 * What a person would press on a pipeline that does not go on without one, at the stage that its sentence speaks of;
 * undefined where nobody is needed.
 */
export function rowPress({
  target,
  name,
  status,
  executionMode,
  stations,
}: PipelineRow): RowPress | undefined {
  const to = (query: string) => `${pipelinePath(target, name)}?${query}`;
  switch (status) {
    case "Approval": {
      const asks = stations.findLast(
        ({ standing, train }) => standing === "Approval" || train?.kind === "person",
      );
      return asks && { label: "Review", href: to(`review=${encodeURIComponent(asks.stage)}`) };
    }
    case "Failed": {
      // In PARALLEL mode a stage shows only the execution that entered it last.
      const failed = stations.findLast(({ standing }) => standing === "Failed" || standing === "Errored");
      if (failed === undefined || executionMode === "PARALLEL") return undefined;
      const { stage, overridable: condition } = failed;
      return condition === undefined
        ? { label: "Retry…", href: to(`press=${press({ verb: "retry", stage })}`) }
        : { label: "Override…", href: to(`press=${press({ verb: "override", stage, condition })}`) };
    }
    case "ClosedGate": {
      const gate = stations.findLast(({ gateClosed, waiting }) => gateClosed && waiting.length > 0);
      return (
        gate && {
          label: "Open gate…",
          href: to(`press=${press({ verb: "open-transition", stage: gate.stage })}`),
        }
      );
    }
    default:
      return undefined;
  }
}

function press(address: PressAddress): string {
  return encodeURIComponent(pressAddress(address)).replaceAll("%2F", "/");
}
