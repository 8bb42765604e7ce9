import type { PipelineDeclaration, StageDeclaration } from "../declaration";
import { demand, repeated } from "./demand";

const mostStages = 50;
const mostActionsPerStage = 100;
const mostActions = 1000;

function isSource(action: StageDeclaration["actions"][number]): boolean {
  return action.actionTypeId.category === "Source";
}

function checkSources(stages: readonly StageDeclaration[]): void {
  const [first, ...later] = stages;
  const firstActions = first?.actions ?? [];
  demand(
    firstActions.length > 0 && firstActions.every(isSource),
    "InvalidStructure",
    "Pipeline should start with a stage that only contains source actions",
  );
  for (const stage of later) {
    const misplaced = stage.actions.find(isSource);
    demand(
      misplaced === undefined,
      "InvalidStructure",
      `Source action ${misplaced?.name} is in stage ${stage.name}; only the first stage may contain source actions`,
    );
  }
}

function checkStage(stage: StageDeclaration): void {
  const { name, actions } = stage;
  demand(
    actions.length > 0,
    "InvalidStageDeclaration",
    `Stage ${name} has no actions. There should be at least 1`,
  );
  demand(
    actions.length <= mostActionsPerStage,
    "InvalidStageDeclaration",
    `Stage ${name} has ${actions.length} actions. There should be a maximum of ${mostActionsPerStage}`,
  );
  const [twice] = repeated(actions.map((action) => action.name));
  demand(
    twice === undefined,
    "InvalidStageDeclaration",
    `Action names must be unique in stage ${name}: ${twice}`,
  );
  const [blockerTwice] = repeated((stage.blockers ?? []).map((blocker) => blocker.name));
  demand(
    blockerTwice === undefined,
    "InvalidBlockerDeclaration",
    `Blocker names must be unique in stage ${name}: ${blockerTwice}`,
  );
}

/** Number and names of stages and actions; sources in the first stage and nowhere else. */
export function checkStages({ stages }: PipelineDeclaration): void {
  demand(
    stages.length >= 2,
    "InvalidStructure",
    `Pipeline has only ${stages.length} stage(s). There should be a minimum of 2 stages in a pipeline`,
  );
  demand(
    stages.length <= mostStages,
    "InvalidStructure",
    `Pipeline has ${stages.length} stages. There should be a maximum of ${mostStages} stages in a pipeline`,
  );
  const [twice] = repeated(stages.map((stage) => stage.name));
  demand(twice === undefined, "InvalidStructure", `Stage names must be unique in the pipeline: ${twice}`);
  for (const stage of stages) checkStage(stage);
  const count = stages.reduce((sum, stage) => sum + stage.actions.length, 0);
  demand(count <= mostActions, "LimitExceeded", `Pipeline has ${count} actions, more than ${mostActions}`);
  checkSources(stages);
}
