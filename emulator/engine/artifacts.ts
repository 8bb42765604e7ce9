import type { ActionDeclaration, PipelineDeclaration } from "./declaration";
import type { ArtifactPlace, Execution } from "./record";

const keyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function bucketOf(declaration: PipelineDeclaration, region: string): string {
  return declaration.artifactStores?.[region]?.location ?? declaration.artifactStore?.location ?? "";
}

/** Places where the inputs of an action or rule lie; an input nobody has made yet is left out. */
export function inputArtifactsOf(
  execution: Execution,
  consumer: Pick<ActionDeclaration, "inputArtifacts">,
): ArtifactPlace[] {
  const names = consumer.inputArtifacts ?? [];
  return names.map(({ name }) => execution.artifacts.get(name)).filter((place) => place !== undefined);
}

/** New places for the outputs of an action: pipeline and artifact are shortened in the key as AWS shortens them. */
export function makeOutputArtifacts(execution: Execution, action: ActionDeclaration): ArtifactPlace[] {
  const { pipeline, declaration } = execution;
  const bucket = bucketOf(declaration, action.region ?? pipeline.region);
  return (action.outputArtifacts ?? []).map(({ name }) => ({
    name,
    s3location: {
      bucket,
      key: `${pipeline.name.slice(0, 20)}/${name.slice(0, 10)}/${pipeline.random.text(7, keyAlphabet)}`,
    },
  }));
}
