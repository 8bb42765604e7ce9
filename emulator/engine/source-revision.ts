import { modelOf } from "../providers/provider-registry";
import type { ActionDeclaration } from "./declaration";
import type { Execution, Pipeline } from "./record";
import type { Revision } from "./revision";
import type { Simulation } from "./simulation";
import { clip, longestSummary } from "./size-limits";

const givenParts = ["changeId", "summary", "author", "url", "branch", "tag", "pullRequest"] as const;

/** A revision of a source; the parts not given are made up by the provider's model. */
export function makeRevision(
  sim: Simulation,
  pipeline: Pipeline,
  action: ActionDeclaration,
  given: Partial<Revision>,
): Revision {
  const place = { account: pipeline.account, region: action.region ?? pipeline.region, action };
  const madeUp = modelOf(action.actionTypeId).revision?.(place, pipeline.random) ?? {
    revisionId: pipeline.random.hex(40),
  };
  const revision: Revision = { ...madeUp, createdAt: given.createdAt ?? sim.now };
  if (given.revisionId !== undefined) {
    if (madeUp.url !== undefined) revision.url = madeUp.url.replace(madeUp.revisionId, given.revisionId);
    revision.revisionId = given.revisionId;
  }
  for (const part of givenParts)
    Object.assign(revision, given[part] !== undefined && { [part]: given[part] });
  if (revision.summary !== undefined) revision.summary = clip(revision.summary, longestSummary);
  return revision;
}

/** Puts a revision at a source: the newest one there from now on. */
export function putRevision(
  sim: Simulation,
  pipeline: Pipeline,
  action: ActionDeclaration,
  given: Partial<Revision>,
): Revision {
  const revision = makeRevision(sim, pipeline, action, given);
  pipeline.sources.set(action.name, revision);
  return revision;
}

/** The revision an execution took, or must take, at a source. */
export function revisionOf(execution: Execution, actionName: string): Revision | undefined {
  return execution.takenRevisions.get(actionName) ?? execution.pinnedRevisions.get(actionName);
}

/** The newest execution of a pipeline that ran, or will run, a revision of a source. */
export function executionWith(
  pipeline: Pipeline,
  actionName: string,
  revisionId: string,
): Execution | undefined {
  return pipeline.executions.findLast(
    (execution) => revisionOf(execution, actionName)?.revisionId === revisionId,
  );
}

/** The revision a source action of an execution takes: the one it was started for, else the newest there is. */
export function takeRevision(sim: Simulation, execution: Execution, action: ActionDeclaration): Revision {
  const pinned = execution.pinnedRevisions.get(action.name);
  if (pinned) return pinned;
  const { pipeline } = execution;
  return pipeline.sources.get(action.name) ?? putRevision(sim, pipeline, action, {});
}
