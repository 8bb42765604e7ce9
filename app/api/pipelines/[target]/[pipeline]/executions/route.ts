import { ExecutionListQuery } from "@/lib/contract/execution-list";
import { PipelinePath } from "@/lib/contract/path";
import { ReleaseRequest } from "@/lib/contract/release-request";
import { commandRoute } from "@/lib/server/commands/command-route";
import { releaseChange } from "@/lib/server/commands/release-change";
import { exportExecutions } from "@/lib/server/reads/export-executions";
import { listHistory } from "@/lib/server/reads/list-history";
import { otherMethods, readRoute } from "@/lib/server/route";

/**
 * GET …/executions: what ran, newest first; ?status= ?trigger= ?author= ?revision= ?from= ?to= ?q= ?ids= ?succeededInStage=
 * ?cursor= ?limit=, or all that match as `Accept: text/csv`.
 */
export const GET = readRoute(
  {
    params: PipelinePath,
    query: ExecutionListQuery,
    repeatable: ["status", "trigger"],
    csv: async ({ params, query, viewer }) => exportExecutions(viewer, params, query),
  },
  async ({ params, query, viewer }) => listHistory(viewer, params, query),
);

/** POST …/executions {variables?, sourceRevisions?, reason?, seenVersion?, seenNewestId?}: starts one; a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { params: PipelinePath, body: ReleaseRequest },
  async ({ params, body, by }) => releaseChange(by, params, body),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET, POST");
