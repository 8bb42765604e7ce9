import type { DeclaredAction, PipelineStructure } from "./structure";
import type { WhyNot } from "./why-not";

/** Which kind of revision a source can be told to take. */
export type SourceRevisionType = "COMMIT_ID" | "IMAGE_DIGEST" | "S3_OBJECT_VERSION_ID" | "S3_OBJECT_KEY";

/** What a person gives along when releasing a change. */
export interface Release {
  variables: ReadonlyArray<{ name: string; value: string }>;
  sourceRevisions: ReadonlyArray<{
    actionName: string;
    revisionType: SourceRevisionType;
    revisionValue: string;
  }>;
}

const TYPES: Readonly<Record<string, readonly SourceRevisionType[]>> = {
  CodeCommit: ["COMMIT_ID"],
  CodeStarSourceConnection: ["COMMIT_ID"],
  GitHub: ["COMMIT_ID"],
  ECR: ["IMAGE_DIGEST"],
  S3: ["S3_OBJECT_VERSION_ID", "S3_OBJECT_KEY"],
};

const ALL: readonly SourceRevisionType[] = [
  "COMMIT_ID",
  "IMAGE_DIGEST",
  "S3_OBJECT_VERSION_ID",
  "S3_OBJECT_KEY",
];

const SHAPES: Readonly<Record<SourceRevisionType, { pattern: RegExp; words: string }>> = {
  COMMIT_ID: { pattern: /^[0-9a-fA-F]{7,64}$/, words: "a commit id: 7 to 64 digits and letters a to f" },
  IMAGE_DIGEST: {
    pattern: /^sha256:[0-9a-fA-F]{64}$/,
    words: "an image digest: sha256: and 64 digits and letters a to f",
  },
  S3_OBJECT_VERSION_ID: { pattern: /^\S{1,1024}$/, words: "the version id of an object, without spaces" },
  S3_OBJECT_KEY: { pattern: /^.{1,1024}$/, words: "the key of an object, up to 1024 characters" },
};

/**
 * Kinds of revision a source action takes: by its provider; any for a provider this version does not know. The key of an
 * S3 object only where the action allows it.
 */
export function revisionTypesOf(
  action: Pick<DeclaredAction, "provider" | "configuration">,
): readonly SourceRevisionType[] {
  const types = TYPES[action.provider] ?? ALL;
  const keyAllowed = action.configuration.some(
    ({ key, value }) => key === "AllowOverrideForS3ObjectKey" && value === "true",
  );
  return action.provider === "S3" && !keyAllowed ? types.filter((type) => type !== "S3_OBJECT_KEY") : types;
}

/** What is wrong with a revision a person gave for a source; undefined when nothing is. */
export function whyNotRevision(type: SourceRevisionType, value: string): string | undefined {
  return SHAPES[type].pattern.test(value) ? undefined : `Expected ${SHAPES[type].words}.`;
}

/** Why a change cannot be released so (StartPipelineExecution); undefined when AWS may take it. */
export function whyNotRelease(
  structure: Pick<PipelineStructure, "name" | "pipelineType" | "stages" | "variables">,
  { variables, sourceRevisions }: Release,
): WhyNot | undefined {
  if (structure.pipelineType === "V1" && (variables.length > 0 || sourceRevisions.length > 0)) {
    const why = "Variables and source revisions need a pipeline of type V2; this one is V1.";
    return { code: "release.v1", why };
  }
  return whyNotVariables(structure, variables) ?? whyNotRevisions(structure, sourceRevisions);
}

function whyNotVariables(
  { name, variables: declared }: Pick<PipelineStructure, "name" | "variables">,
  given: Release["variables"],
): WhyNot | undefined {
  const unknown = given.find((one) => !declared.some((variable) => variable.name === one.name));
  if (unknown) return { code: "release.variable-unknown", why: `${name} has no variable ${unknown.name}.` };
  const twice = given.find((one, index) => given.findIndex((other) => other.name === one.name) < index);
  if (twice) return { code: "release.variable-twice", why: `${twice.name} is given more than once.` };
  const missing = declared.filter(
    (variable) => !variable.hasDefault && !given.some((one) => one.name === variable.name),
  );
  if (missing.length === 0) return undefined;
  const names = missing.map((variable) => variable.name).join(", ");
  return { code: "release.variable-missing", why: `Without a default, and without a value here: ${names}.` };
}

function whyNotRevisions(
  { stages }: Pick<PipelineStructure, "stages">,
  given: Release["sourceRevisions"],
): WhyNot | undefined {
  for (const [index, one] of given.entries()) {
    const { actionName, revisionType, revisionValue } = one;
    const action = stages[0]?.actions.find(({ name }) => name === actionName);
    if (!action) return { code: "release.source-unknown", why: `There is no source action ${actionName}.` };
    if (!revisionTypesOf(action).includes(revisionType)) {
      const why = `${actionName} (${action.provider}) does not take a revision of type ${revisionType}.`;
      return { code: "release.revision-type", why };
    }
    const wrong = whyNotRevision(revisionType, revisionValue);
    if (wrong !== undefined) return { code: "release.revision-value", why: `${actionName}: ${wrong}` };
    const earlier = given.slice(0, index);
    if (earlier.some((other) => other.actionName === actionName && other.revisionType === revisionType))
      return { code: "release.revision-twice", why: `${actionName} is given more than one revision.` };
  }
  return undefined;
}
