import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import type { ExecutionSummary } from "@/lib/domain/execution";

/** An execution that went well, by the short id of its fixture, with nothing more told of it. */
export function succeededExecution(shortId: string): ExecutionSummary {
  return {
    id: executionOf(shortId),
    standing: "Succeeded",
    status: "Succeeded",
    revisions: [],
    executionType: "STANDARD",
    stages: [],
  };
}
