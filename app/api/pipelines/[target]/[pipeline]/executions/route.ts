import { ExecutionListQuery } from "@/lib/contract/execution-list";
import { PipelinePath } from "@/lib/contract/path";
import { ReleaseRequest } from "@/lib/contract/release-request";
import { commandRoute } from "@/lib/server/commands/command-route";
import { releaseChange } from "@/lib/server/commands/release-change";
import { listExecutions } from "@/lib/server/reads/list-executions";
import { listSucceeded } from "@/lib/server/reads/list-succeeded";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/executions?status=&succeededInStage=&cursor=&limit=: what ran, newest first. */
export const GET = readRoute(
  { params: PipelinePath, query: ExecutionListQuery, repeatable: ["status"] },
  async ({ params, query }) =>
    query.succeededInStage === undefined
      ? listExecutions(params, query)
      : listSucceeded(params, query.succeededInStage, query),
);

/** POST …/executions {variables?, sourceRevisions?, reason?, seenVersion?, seenNewestId?}: starts one; a receipt, 200 when settled, 202 when not. */
export const POST = commandRoute(
  { verb: "release", params: PipelinePath, body: ReleaseRequest },
  async ({ params, body, by }) => releaseChange(by, params, body),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", { also: "POST" });
