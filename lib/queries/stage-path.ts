import { pipelinePath } from "@/lib/domain/pipeline-path";

/** Where a stage is, by the names AWS gives it. */
export interface StageOf {
  target: string;
  pipeline: string;
  stage: string;
}

/** The address of a pipeline in our API. */
export function pipelineApi({ target, pipeline }: Omit<StageOf, "stage">): string {
  return `/api${pipelinePath(target, pipeline)}`;
}

/** The address of a stage in our API. */
export function stageApi(of: StageOf): string {
  return `${pipelineApi(of)}/stages/${encodeURIComponent(of.stage)}`;
}
