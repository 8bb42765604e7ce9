import { ExecutionPath } from "@/lib/contract/path";
import { StopRequest } from "@/lib/contract/receipt";
import { commandRoute } from "@/lib/server/commands/command-route";
import { stopExecution } from "@/lib/server/commands/stop-execution";
import { otherMethods } from "@/lib/server/route";

/** POST …/executions/{id}/stop {abandon, reason}: a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute({ params: ExecutionPath, body: StopRequest }, async ({ params, body, by }) =>
  stopExecution(by, params, body),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
