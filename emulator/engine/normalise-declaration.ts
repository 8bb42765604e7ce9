import type { ActionDeclaration, PipelineDeclaration } from "./declaration";

const v2Providers: ReadonlySet<string> = new Set([
  "Commands",
  "EC2",
  "EKS",
  "ECRBuildAndPublish",
  "InspectorScan",
]);

/** True when the structure uses something only pipelines of type V2 have. */
export function usesV2Features(declaration: PipelineDeclaration): boolean {
  const { executionMode, variables, triggers, stages } = declaration;
  if (executionMode === "QUEUED" || executionMode === "PARALLEL") return true;
  if ((variables?.length ?? 0) > 0 || (triggers?.length ?? 0) > 0) return true;
  return stages.some(
    (stage) =>
      stage.beforeEntry !== undefined ||
      stage.onSuccess !== undefined ||
      stage.onFailure !== undefined ||
      stage.actions.some((action) => v2Providers.has(action.actionTypeId.provider)),
  );
}

function normaliseAction(action: ActionDeclaration): ActionDeclaration {
  return { runOrder: 1, configuration: {}, outputArtifacts: [], inputArtifacts: [], ...action };
}

/** The structure as AWS stores it: with the defaults of actions, the execution mode and the pipeline type written out. */
export function normaliseDeclaration(declaration: PipelineDeclaration): PipelineDeclaration {
  const asked = declaration.pipelineType ?? "V1";
  return {
    ...declaration,
    stages: declaration.stages.map((stage) => ({ ...stage, actions: stage.actions.map(normaliseAction) })),
    executionMode: declaration.executionMode ?? "SUPERSEDED",
    pipelineType: usesV2Features(declaration) ? "V2" : asked,
  };
}
