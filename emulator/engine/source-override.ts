import type { ActionDeclaration } from "./declaration";
import { currentDeclaration } from "./pipeline-lookup";
import type { Pipeline } from "./record";
import type { Revision } from "./revision";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

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

/** The revisions that overrides ask for, by action name. Throws ValidationException for one that fits no source. */
export function overriddenRevisions(
  sim: Simulation,
  pipeline: Pipeline,
  overrides: readonly SourceRevisionOverride[],
): Map<string, Revision> {
  const revisions = new Map<string, Revision>();
  for (const override of overrides) {
    const action = checkedAction(pipeline, override);
    const newest = pipeline.sources.get(action.name);
    const isKey = override.revisionType === "S3_OBJECT_KEY";
    const known = revisions.get(action.name);
    const id = isKey ? (known?.revisionId ?? sim.random.hex(32)) : override.revisionValue;
    const isNewest = newest?.revisionId === id;
    revisions.set(action.name, isNewest ? newest : { revisionId: id, createdAt: sim.now });
  }
  return revisions;
}
