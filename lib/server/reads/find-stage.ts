import "server-only";
import { nearName } from "@/lib/domain/near-name";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { ApiError } from "../errors";

/** A stage as an address names it. */
export interface StagePlace {
  target: string;
  pipeline: string;
  stage: string;
}

/** A stage of a pipeline by its name. Throws ApiError `stage.not-found`, with a name one typing mistake away. */
export function findStage(state: PipelineState, { pipeline, stage }: StagePlace): StageState {
  const found = state.stages.find(({ name }) => name === stage);
  if (found) return found;
  const didYouMean = nearName(
    stage,
    state.stages.map(({ name }) => name),
  );
  throw new ApiError(
    "stage.not-found",
    `${pipeline} has no stage ${stage}.`,
    didYouMean === undefined ? {} : { didYouMean },
  );
}
