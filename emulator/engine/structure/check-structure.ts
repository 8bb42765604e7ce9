import type { ActionTypes } from "../action-types/action-types";
import type { PipelineDeclaration } from "../declaration";
import type { Place } from "../pipeline-lookup";
import { checkActions } from "./check-actions";
import { checkArtifactFlow } from "./check-artifact-flow";
import { checkArtifactStores } from "./check-artifact-stores";
import { checkConditions } from "./check-conditions";
import { checkRules } from "./check-rules";
import { checkStages } from "./check-stages";
import { checkTriggers } from "./check-triggers";
import { checkVariables } from "./check-variables";

/**
 * Everything CreatePipeline and UpdatePipeline refuse beyond the shape of their input. Throws ServiceError:
 * InvalidStructure (the whole), InvalidStageDeclaration, InvalidBlockerDeclaration, InvalidActionDeclaration,
 * LimitExceeded, each with its ending Exception.
 */
export function checkStructure(declaration: PipelineDeclaration, place: Place, types: ActionTypes): void {
  checkStages(declaration);
  checkArtifactStores(declaration, place);
  checkActions(declaration, types);
  checkArtifactFlow(declaration);
  checkVariables(declaration);
  checkConditions(declaration);
  checkRules(declaration);
  checkTriggers(declaration);
}
