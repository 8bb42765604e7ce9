import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from "../../engine/declaration";

type ActionParts = Partial<Omit<ActionDeclaration, "inputArtifacts" | "outputArtifacts">> & {
  owner?: string;
  inputs?: string[];
  outputs?: string[];
};

function named(names: readonly string[]): Array<{ name: string }> {
  return names.map((name) => ({ name }));
}

/** An action, `kind` written as `Category/Provider`. */
export function action(kind: string, name: string, parts: ActionParts = {}): ActionDeclaration {
  const [category = "", provider = ""] = kind.split("/");
  const { owner = "AWS", inputs, outputs, ...rest } = parts;
  return {
    name,
    actionTypeId: { category, owner, provider, version: "1" },
    ...(inputs && { inputArtifacts: named(inputs) }),
    ...(outputs && { outputArtifacts: named(outputs) }),
    ...rest,
  };
}

/** A CodeCommit source that delivers the artifact `src`. */
export function source(name = "App", parts: ActionParts = {}): ActionDeclaration {
  const configuration = { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" };
  return action("Source/CodeCommit", name, { outputs: ["src"], configuration, ...parts });
}

/** A Lambda call, the action with the fewest needs. */
export function task(name: string, parts: ActionParts = {}): ActionDeclaration {
  return action("Invoke/Lambda", name, { configuration: { FunctionName: "task" }, ...parts });
}

/** A manual approval. */
export function approval(name = "Ask", parts: ActionParts = {}): ActionDeclaration {
  return action("Approval/Manual", name, parts);
}

export function stage(
  name: string,
  actions: ActionDeclaration[],
  parts: Partial<StageDeclaration> = {},
): StageDeclaration {
  return { name, actions, ...parts };
}

/** A pipeline: the stages given after a stage `Source` with one CodeCommit action `App`. */
export function pipelineOf(
  name: string,
  later: StageDeclaration[],
  parts: Partial<PipelineDeclaration> = {},
): PipelineDeclaration {
  return {
    name,
    roleArn: "arn:aws:iam::111122223333:role/pipeline-service",
    artifactStore: { type: "S3", location: "artifact-bucket" },
    stages: [stage("Source", [source()]), ...later],
    ...parts,
  };
}
