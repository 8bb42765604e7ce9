import { modelOf } from "../providers/provider-registry";
import type { ActionDeclaration } from "./declaration";
import type { Execution, Pipeline } from "./record";
import type { Revision } from "./revision";
import type { Simulation } from "./simulation";

/** Puts a revision at a source; the parts not given are made up by the provider's model. */
export function putRevision(
  sim: Simulation,
  pipeline: Pipeline,
  action: ActionDeclaration,
  given: Partial<Revision>,
): Revision {
  const place = { account: pipeline.account, region: action.region ?? pipeline.region, action };
  const madeUp = modelOf(action.actionTypeId).revision?.(place, sim.random) ?? {
    revisionId: sim.random.hex(40),
  };
  const revision: Revision = { ...madeUp, createdAt: sim.now };
  if (given.revisionId !== undefined) {
    revision.url = madeUp.url?.replace(madeUp.revisionId, given.revisionId);
    revision.revisionId = given.revisionId;
  }
  for (const part of ["summary", "author", "url", "branch"] as const) {
    if (given[part] !== undefined) revision[part] = given[part];
  }
  pipeline.sources.set(action.name, revision);
  return revision;
}

/** The revision a source action of an execution takes: the one it was started for, else the newest there is. */
export function takeRevision(sim: Simulation, execution: Execution, action: ActionDeclaration): Revision {
  const pinned = execution.pinnedRevisions.get(action.name);
  if (pinned) return pinned;
  const { pipeline } = execution;
  return pipeline.sources.get(action.name) ?? putRevision(sim, pipeline, action, {});
}
