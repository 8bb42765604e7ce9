import { ruleTypes } from "../../providers/rule-type-catalogue";
import type { PipelineDeclaration, RuleDeclaration, StageDeclaration } from "../declaration";
import { referencesIn } from "../variables";
import { demand } from "./demand";

function demandRule(condition: boolean, stage: StageDeclaration, message: string): void {
  demand(condition, "InvalidStageDeclaration", `Stage ${stage.name}: ${message}`);
}

function rulesOf(
  stage: StageDeclaration,
  kind: "beforeEntry" | "onSuccess" | "onFailure",
): RuleDeclaration[] {
  return (stage[kind]?.conditions ?? []).flatMap((condition) => condition.rules ?? []);
}

function checkNeeds(stage: StageDeclaration, rule: RuleDeclaration): void {
  const type = ruleTypes.find(({ id }) => id.provider === rule.ruleTypeId.provider);
  for (const { name, required } of type?.properties ?? []) {
    demandRule(
      !required || rule.configuration?.[name] !== undefined,
      stage,
      `the configuration of rule '${rule.name}' is missing required configuration '${name}'`,
    );
  }
  demandRule(
    type?.id.provider !== "Commands" || (rule.commands?.length ?? 0) > 0,
    stage,
    `rule ${rule.name} must have a non-empty commands field`,
  );
}

/** Names that what came before provides. */
interface Provided {
  namespaces: Set<string>;
  variables: ReadonlySet<string>;
  artifacts: Set<string>;
}

function checkReferences(stage: StageDeclaration, rule: RuleDeclaration, provided: Provided): void {
  for (const { text, namespace, key } of Object.values(rule.configuration ?? {}).flatMap(referencesIn)) {
    demandRule(
      namespace === "variables" ? provided.variables.has(key) : provided.namespaces.has(namespace),
      stage,
      `rule ${rule.name} refers to the variable ${text}, which no earlier action and no pipeline variable provides`,
    );
  }
  const missing = rule.inputArtifacts?.find(({ name }) => !provided.artifacts.has(name));
  demandRule(
    missing === undefined,
    stage,
    `input artifact ${missing?.name} of rule ${rule.name} is not the output of an earlier action`,
  );
}

/**
 * Rules have what their type needs, and refer to what is there by then: an entry condition to earlier stages, the others
 * to the actions of their own stage too.
 */
export function checkRules({ stages, variables = [] }: PipelineDeclaration): void {
  const provided: Provided = {
    namespaces: new Set(["codepipeline"]),
    variables: new Set(variables.map(({ name }) => name)),
    artifacts: new Set(),
  };
  for (const stage of stages) {
    const entering = rulesOf(stage, "beforeEntry");
    const leaving = [...rulesOf(stage, "onSuccess"), ...rulesOf(stage, "onFailure")];
    for (const rule of [...entering, ...leaving]) checkNeeds(stage, rule);
    for (const rule of entering) checkReferences(stage, rule, provided);
    for (const { namespace, outputArtifacts = [] } of stage.actions) {
      if (namespace !== undefined) provided.namespaces.add(namespace);
      for (const { name } of outputArtifacts) provided.artifacts.add(name);
    }
    for (const rule of leaving) checkReferences(stage, rule, provided);
  }
}
