import type { ActionDeclaration } from "./declaration";
import { currentDeclaration } from "./pipeline-lookup";
import type { Pipeline } from "./record";
import type { Revision } from "./revision";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";
import { executionWith, makeRevision, revisionOf } from "./source-revision";

/** A revision an execution must take instead of the newest one. */
export interface SourceRevisionOverride {
  actionName: string;
  revisionType: "COMMIT_ID" | "IMAGE_DIGEST" | "S3_OBJECT_VERSION_ID" | "S3_OBJECT_KEY";
  revisionValue: string;
}

const providersOf: Readonly<Record<SourceRevisionOverride["revisionType"], readonly string[]>> = {
  COMMIT_ID: ["CodeCommit", "CodeStarSourceConnection", "GitHub"],
  IMAGE_DIGEST: ["ECR"],
  S3_OBJECT_VERSION_ID: ["S3"],
  S3_OBJECT_KEY: ["S3"],
};

function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new ServiceError("ValidationException", message);
}

function checkedAction(pipeline: Pipeline, override: SourceRevisionOverride): ActionDeclaration {
  const { actionName, revisionType } = override;
  const action = currentDeclaration(pipeline).stages[0]?.actions.find(({ name }) => name === actionName);
  demand(action !== undefined, `Pipeline '${pipeline.name}' has no source action with name '${actionName}'`);
  const { provider, owner } = action.actionTypeId;
  demand(
    owner === "Custom" || providersOf[revisionType].includes(provider),
    `The revision type ${revisionType} does not fit the provider ${provider} of source action '${actionName}'`,
  );
  demand(
    revisionType !== "S3_OBJECT_KEY" || action.configuration?.AllowOverrideForS3ObjectKey === "true",
    `Source action '${actionName}' does not allow to override its S3 object key`,
  );
  return action;
}

/** What overrides of one action ask for. */
interface Asked {
  action: ActionDeclaration;
  id?: string;
  objectKey?: string;
}

function askedByAction(pipeline: Pipeline, overrides: readonly SourceRevisionOverride[]): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const override of overrides) {
    const action = checkedAction(pipeline, override);
    const own: Asked = asked.get(action.name) ?? { action };
    const part = override.revisionType === "S3_OBJECT_KEY" ? "objectKey" : "id";
    demand(own[part] === undefined, `Source action '${action.name}' is overridden more than once`);
    own[part] = override.revisionValue;
    asked.set(action.name, own);
  }
  return asked;
}

/** A revision the source holds, or that an execution ran, is known; of any other the parts are made up. */
function revisionFor(sim: Simulation, pipeline: Pipeline, { action, id, objectKey }: Asked): Revision {
  const newest = pipeline.sources.get(action.name);
  const earlier = id === undefined ? undefined : executionWith(pipeline, action.name, id);
  const known = newest?.revisionId === id ? newest : earlier && revisionOf(earlier, action.name);
  if (known && objectKey === undefined) return known;
  const made = makeRevision(sim, pipeline, action, { ...(id !== undefined && { revisionId: id }) });
  return { ...made, ...(objectKey !== undefined && { objectKey }) };
}

/**
 * The revisions that overrides ask for, by action name. An S3 object's key and version may both be overridden. Throws
 * ValidationException for one that fits no source, and in a pipeline of type V1.
 */
export function overriddenRevisions(
  sim: Simulation,
  pipeline: Pipeline,
  overrides: readonly SourceRevisionOverride[],
): Map<string, Revision> {
  demand(
    overrides.length === 0 || currentDeclaration(pipeline).pipelineType === "V2",
    `Pipeline '${pipeline.name}' is of type V1; source revisions can be overridden in type V2 only`,
  );
  const asked = askedByAction(pipeline, overrides);
  return new Map([...asked].map(([name, one]) => [name, revisionFor(sim, pipeline, one)]));
}
