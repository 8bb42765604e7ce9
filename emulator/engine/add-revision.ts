import type { ActionDeclaration } from "./declaration";
import { currentDeclaration, findPipeline } from "./pipeline-lookup";
import type { Pipeline } from "./record";
import type { NewRevision, Revision } from "./revision";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";
import { putRevision } from "./source-revision";
import { startExecution } from "./start-execution";

/** Sources that are asked every now and then unless their configuration says otherwise. */
const polled = new Set(["CodeCommit", "S3", "GitHub"]);

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

function hasTrigger(pipeline: Pipeline, action: ActionDeclaration): boolean {
  const triggers = currentDeclaration(pipeline).triggers ?? [];
  return triggers.some((trigger) => trigger.gitConfiguration.sourceActionName === action.name);
}

function triggerOf(
  pipeline: Pipeline,
  action: ActionDeclaration,
): { triggerType: string; triggerDetail: string } | undefined {
  const { provider, owner } = action.actionTypeId;
  const configuration = action.configuration ?? {};
  const { account, region, name } = pipeline;
  if (provider === "CodeStarSourceConnection") {
    const filtered = hasTrigger(pipeline, action);
    if (!filtered && configuration.DetectChanges === "false") return undefined;
    return {
      triggerType: filtered ? "WebhookV2" : "Webhook",
      triggerDetail: configuration.ConnectionArn ?? "",
    };
  }
  if (owner === "Custom") return { triggerType: "PutActionRevision", triggerDetail: action.name };
  if (polled.has(provider) && configuration.PollForSourceChanges !== "false") {
    return { triggerType: "PollForSourceChanges", triggerDetail: action.name };
  }
  if (owner === "ThirdParty") {
    return {
      triggerType: "Webhook",
      triggerDetail: `arn:aws:codepipeline:${region}:${account}:webhook:${name}-${action.name}`,
    };
  }
  return {
    triggerType: "CloudWatchEvent",
    triggerDetail: `arn:aws:events:${region}:${account}:rule/${name}-${action.name}`,
  };
}

function branchOf(action: ActionDeclaration): string | undefined {
  return action.configuration?.BranchName ?? action.configuration?.Branch;
}

/**
 * A new revision appears at a source action of a pipeline: it becomes the newest one there and starts an execution the
 * way the source is watched (poll, event rule, webhook, trigger). A revision of another branch than the action's changes
 * nothing. Answers the ids of started executions. Throws PipelineNotFoundException, ActionNotFoundException.
 */
export function addRevision(sim: Simulation, added: NewRevision): string[] {
  const pipeline = findPipeline(sim, added, added.pipeline);
  const action = sourceAction(pipeline, added.action);
  const branch = branchOf(action);
  const otherBranch = added.branch !== undefined && branch !== undefined && added.branch !== branch;
  if (otherBranch && !hasTrigger(pipeline, action)) return [];
  const revision: Revision = putRevision(sim, pipeline, action, added);
  const trigger = triggerOf(pipeline, action);
  if (!trigger) return [];
  const pinned = new Map(
    action.actionTypeId.provider === "CodeStarSourceConnection" ? [[action.name, revision]] : [],
  );
  return [startExecution(sim, pipeline, { ...trigger, pinned }).id];
}
