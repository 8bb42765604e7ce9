import type { GitFilter, PipelineDeclaration, TriggerDeclaration } from "../declaration";
import { demand, repeated } from "./demand";

/** Quota: bytes of all triggers together, as JSON. */
const mostTriggerBytes = 200 * 1024;

type PushFilter = NonNullable<TriggerDeclaration["gitConfiguration"]["push"]>[number];
type PullRequestFilter = NonNullable<TriggerDeclaration["gitConfiguration"]["pullRequest"]>[number];

function checkCriteria(source: string, criteria: readonly (GitFilter | undefined)[]): void {
  const empty = criteria.some((each) => each && !each.includes && !each.excludes);
  demand(!empty, "InvalidStructure", `A filter of the trigger for ${source} neither includes nor excludes`);
}

function checkPush(source: string, { tags, branches, filePaths }: PushFilter): void {
  demand(
    (tags === undefined) !== (branches === undefined) && (tags === undefined || filePaths === undefined),
    "InvalidStructure",
    `A push filter of the trigger for ${source} must have either tags, or branches, or branches and filePaths`,
  );
  checkCriteria(source, [tags, branches, filePaths]);
}

function checkPullRequest(source: string, { branches, filePaths }: PullRequestFilter): void {
  demand(
    branches !== undefined,
    "InvalidStructure",
    `A pull request filter of the trigger for ${source} must have branches, or branches and filePaths`,
  );
  checkCriteria(source, [branches, filePaths]);
}

/** Every trigger names a connection source of the first stage, each source at most once; its filters combine as they may. */
export function checkTriggers({ stages, triggers = [] }: PipelineDeclaration): void {
  const names = triggers.map((trigger) => trigger.gitConfiguration.sourceActionName);
  const [twice] = repeated(names);
  demand(twice === undefined, "InvalidStructure", `Source action ${twice} has more than one trigger`);
  for (const name of names) {
    const source = stages[0]?.actions.find((action) => action.name === name);
    demand(
      source?.actionTypeId.provider === "CodeStarSourceConnection",
      "InvalidStructure",
      `Trigger names ${name}, which is not a CodeStarSourceConnection source action of the first stage`,
    );
  }
  for (const { gitConfiguration } of triggers) {
    const { sourceActionName, push = [], pullRequest = [] } = gitConfiguration;
    for (const filter of push) checkPush(sourceActionName, filter);
    for (const filter of pullRequest) checkPullRequest(sourceActionName, filter);
  }
  const bytes = Buffer.byteLength(JSON.stringify(triggers));
  demand(
    bytes <= mostTriggerBytes,
    "LimitExceeded",
    `The triggers have ${bytes} bytes, more than ${mostTriggerBytes}`,
  );
}
