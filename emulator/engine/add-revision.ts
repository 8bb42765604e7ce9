import type { ActionDeclaration } from "./declaration";
import { currentDeclaration, findPipeline } from "./pipeline-lookup";
import type { Pipeline } from "./record";
import type { NewRevision } from "./revision";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";
import { makeRevision } from "./source-revision";
import { startExecution } from "./start-execution";
import { filtersMatch, hasFilters } from "./triggers/git-filter";
import { awaitPoll, isPolled } from "./triggers/polling";

function sourceAction(pipeline: Pipeline, name: string): ActionDeclaration {
  const actions = currentDeclaration(pipeline).stages.flatMap((stage) => stage.actions);
  const action = actions.find((each) => each.name === name && each.actionTypeId.category === "Source");
  if (!action) {
    throw new ServiceError(
      "ActionNotFoundException",
      `Pipeline '${pipeline.name}' does not have a source action with name '${name}'`,
    );
  }
  return action;
}

interface Trigger {
  triggerType: string;
  triggerDetail: string;
}

/** What a push through a connection starts: by the pipeline's trigger, else by change detection on the action's branch. */
function connectionTrigger(
  pipeline: Pipeline,
  action: ActionDeclaration,
  added: NewRevision,
  isOwnBranch: boolean,
): Trigger | undefined {
  const { ConnectionArn = "", BranchName = "", DetectChanges } = action.configuration ?? {};
  const trigger = currentDeclaration(pipeline).triggers?.find(
    ({ gitConfiguration }) => gitConfiguration.sourceActionName === action.name,
  );
  if (trigger && hasFilters(trigger.gitConfiguration)) {
    const matches = filtersMatch(trigger.gitConfiguration, added, added.branch ?? BranchName);
    return matches ? { triggerType: "WebhookV2", triggerDetail: ConnectionArn } : undefined;
  }
  if (!isOwnBranch || (!trigger && DetectChanges === "false")) return undefined;
  return { triggerType: "Webhook", triggerDetail: ConnectionArn };
}

/** What a change at any other source that is not polled starts. */
function eventTrigger(sim: Simulation, pipeline: Pipeline, action: ActionDeclaration): Trigger {
  const { account, region, name } = pipeline;
  const { owner } = action.actionTypeId;
  if (owner === "Custom") return { triggerType: "PutActionRevision", triggerDetail: action.name };
  if (owner === "ThirdParty") {
    const webhook = sim.region(account, region).webhooks.startingAt(name, action.name);
    if (webhook) webhook.lastTriggeredAt = sim.now;
    const madeUp = `arn:aws:codepipeline:${region}:${account}:webhook:${name}-${action.name}`;
    return { triggerType: "Webhook", triggerDetail: webhook?.arn ?? madeUp };
  }
  return {
    triggerType: "CloudWatchEvent",
    triggerDetail: `arn:aws:events:${region}:${account}:rule/${name}-${action.name}`,
  };
}

/** True for a change of what the action itself looks at; tags, pull requests and other branches are none. */
function isOwn(action: ActionDeclaration, { branch, tag, pullRequest }: NewRevision): boolean {
  const own = action.configuration?.BranchName ?? action.configuration?.Branch;
  if (tag !== undefined || pullRequest) return false;
  return branch === undefined || own === undefined || branch === own;
}

/**
 * A new revision appears at a source action of a pipeline: it starts an execution the way the source is watched (poll,
 * event rule, webhook, trigger with filters). On the action's own branch it also becomes the newest one there. What nothing
 * watches for changes nothing. Answers the ids of executions started at once; a polled source starts one with the next
 * poll. Throws PipelineNotFoundException, ActionNotFoundException.
 */
export function addRevision(sim: Simulation, added: NewRevision): string[] {
  const pipeline = findPipeline(sim, added, added.pipeline);
  pipeline.changes += 1;
  const action = sourceAction(pipeline, added.action);
  const isOwnBranch = isOwn(action, added);
  const isConnection = action.actionTypeId.provider === "CodeStarSourceConnection";
  const trigger = isConnection ? connectionTrigger(pipeline, action, added, isOwnBranch) : undefined;
  if (!isOwnBranch && !trigger) return [];
  const before = pipeline.sources.get(action.name);
  const branch = added.pullRequest?.sourceBranch;
  const revision = makeRevision(sim, pipeline, action, { ...(branch !== undefined && { branch }), ...added });
  if (isOwnBranch) pipeline.sources.set(action.name, revision);
  if (isPolled(action)) {
    if (before?.revisionId !== revision.revisionId) awaitPoll(sim, pipeline, action.name);
    return [];
  }
  if (!isConnection) return [startExecution(sim, pipeline, eventTrigger(sim, pipeline, action)).id];
  if (!trigger) return [];
  return [startExecution(sim, pipeline, { ...trigger, pinned: new Map([[action.name, revision]]) }).id];
}
