import type { ConditionDeclaration, PipelineDeclaration, StageDeclaration } from "../declaration";
import { demand, repeated } from "./demand";

const resultsAllowed = {
  beforeEntry: ["FAIL", "SKIP"],
  onSuccess: ["ROLLBACK", "FAIL"],
  onFailure: ["ROLLBACK", "RETRY", "FAIL"],
} as const;

const providersThatSkip: readonly string[] = ["LambdaInvoke", "VariableCheck"];

function checkCondition(
  stage: string,
  kind: keyof typeof resultsAllowed,
  condition: ConditionDeclaration,
): void {
  const { result, rules = [] } = condition;
  const allowed: readonly string[] = resultsAllowed[kind];
  demand(
    result === undefined || allowed.includes(result),
    "InvalidStageDeclaration",
    `Stage ${stage}: the result of a ${kind} condition must be one of ${allowed.join(", ")}, not ${result}`,
  );
  const [twice] = repeated(rules.map((rule) => rule.name));
  demand(
    twice === undefined,
    "InvalidStageDeclaration",
    `Stage ${stage}: rule names must be unique in a condition: ${twice}`,
  );
  const unfit = rules.find((rule) => !providersThatSkip.includes(rule.ruleTypeId.provider));
  demand(
    result !== "SKIP" || unfit === undefined,
    "InvalidStageDeclaration",
    `Stage ${stage}: rule ${unfit?.name} cannot skip a stage; only ${providersThatSkip.join(" and ")} can`,
  );
}

function resultsOf(stage: StageDeclaration): Array<string | undefined> {
  const kinds = [stage.beforeEntry, stage.onSuccess, stage.onFailure];
  return [
    stage.onFailure?.result,
    ...kinds.flatMap((kind) => kind?.conditions ?? []).map(({ result }) => result),
  ];
}

function checkOnFailure(stage: StageDeclaration): void {
  const { onFailure } = stage;
  const allowed: readonly string[] = resultsAllowed.onFailure;
  demand(
    onFailure?.result === undefined || allowed.includes(onFailure.result),
    "InvalidStageDeclaration",
    `Stage ${stage.name}: the result on failure must be one of ${allowed.join(", ")}, not ${onFailure?.result}`,
  );
}

/** Results of conditions fit their kind and their rules; nothing rolls back in the first stage or in PARALLEL mode. */
export function checkConditions(declaration: PipelineDeclaration): void {
  declaration.stages.forEach((stage, index) => {
    for (const kind of ["beforeEntry", "onSuccess", "onFailure"] as const) {
      for (const condition of stage[kind]?.conditions ?? []) checkCondition(stage.name, kind, condition);
    }
    checkOnFailure(stage);
    const rollsBack = resultsOf(stage).includes("ROLLBACK");
    demand(
      !rollsBack || index > 0,
      "InvalidStageDeclaration",
      `Stage ${stage.name}: the source stage cannot roll back`,
    );
    demand(
      !rollsBack || declaration.executionMode !== "PARALLEL",
      "InvalidStageDeclaration",
      `Stage ${stage.name}: a pipeline in PARALLEL mode cannot roll back`,
    );
  });
}
