import type { ActionDeclaration } from "../declaration";
import { currentDeclaration } from "../pipeline-lookup";
import type { Pipeline } from "../record";
import type { Revision } from "../revision";
import type { Simulation } from "../simulation";
import { putRevision } from "../source-revision";
import { startExecution } from "../start-execution";
import { filtersPass } from "./filters";
import type { Webhook } from "./webhook";

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce(member, value);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The commit that GitHub tells of in a push to the action's own branch. */
function pushedCommit(action: ActionDeclaration, payload: unknown): Partial<Revision> | undefined {
  const revisionId = text(payload, "after");
  const branch = text(payload, "ref")?.replace(/^refs\/heads\//, "");
  const { Branch } = action.configuration ?? {};
  if (revisionId === undefined || !/^[0-9a-f]{40}$/.test(revisionId)) return undefined;
  if (action.actionTypeId.provider !== "GitHub" || branch !== Branch) return undefined;
  const summary = text(payload, "head_commit", "message");
  const author = text(payload, "head_commit", "author", "name");
  return {
    revisionId,
    ...(summary !== undefined && { summary }),
    ...(author !== undefined && { author }),
    ...(branch !== undefined && { branch }),
  };
}

function target(sim: Simulation, { account, region, definition }: Webhook) {
  const pipeline: Pipeline | undefined = sim.region(account, region).pipeline(definition.targetPipeline);
  const first = pipeline && currentDeclaration(pipeline).stages[0];
  const action = first?.actions.find(({ name }) => name === definition.targetAction);
  return pipeline && action && { pipeline, action };
}

/**
 * Something was posted to a webhook by somebody who may. Answers the id of the execution it started; undefined when a filter
 * did not let it through, or what it should start is gone.
 */
export function deliverToWebhook(sim: Simulation, webhook: Webhook, payload: unknown): string | undefined {
  const found = target(sim, webhook);
  if (!found || !filtersPass(webhook.definition.filters, found.action, payload)) return undefined;
  const { pipeline, action } = found;
  pipeline.changes += 1;
  const commit = pushedCommit(action, payload);
  if (commit) putRevision(sim, pipeline, action, commit);
  webhook.lastTriggeredAt = sim.now;
  return startExecution(sim, pipeline, { triggerType: "Webhook", triggerDetail: webhook.arn }).id;
}
