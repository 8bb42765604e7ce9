import type { ActionDeclaration, PipelineDeclaration } from "../declaration";
import { referencesIn } from "../variables";
import { groupsOf } from "./check-artifact-flow";
import { demand, repeated } from "./demand";

function checkNamespaces({ stages }: PipelineDeclaration): void {
  const uses = stages.flatMap((stage) =>
    stage.actions.flatMap((action) =>
      action.namespace === undefined
        ? []
        : [{ stage: stage.name, action: action.name, namespace: action.namespace }],
    ),
  );
  const twice = new Set(repeated(uses.map((use) => use.namespace)));
  const lines = uses
    .filter((use) => twice.has(use.namespace))
    .map((use) => `StageName=[${use.stage}], ActionName=[${use.action}], Namespace=[${use.namespace}]`);
  demand(
    lines.length === 0,
    "InvalidActionDeclaration",
    `Namespaces must be unique across the pipeline definition. The following occur more than once in the pipeline.\n${lines.join("\n")}`,
  );
  const artifacts = new Set(
    stages.flatMap((stage) =>
      stage.actions.flatMap((action) => (action.outputArtifacts ?? []).map(({ name }) => name)),
    ),
  );
  for (const { action, namespace } of uses) {
    demand(
      namespace !== "codepipeline" && namespace !== "variables",
      "InvalidActionDeclaration",
      `Namespace ${namespace} of action ${action} is reserved`,
    );
    demand(
      !artifacts.has(namespace),
      "InvalidActionDeclaration",
      `Namespace ${namespace} of action ${action} is also the name of an artifact`,
    );
  }
}

function checkReferences(
  action: ActionDeclaration,
  known: ReadonlySet<string>,
  variables: ReadonlySet<string>,
): void {
  for (const value of Object.values(action.configuration ?? {})) {
    for (const { text, namespace, key } of referencesIn(value)) {
      const source = action.actionTypeId.category === "Source";
      const fits = namespace === "variables" ? !source && variables.has(key) : known.has(namespace);
      demand(
        fits,
        "InvalidActionDeclaration",
        `Action ${action.name} refers to the variable ${text}, which no earlier action and no pipeline variable provides`,
      );
    }
  }
}

/** Namespaces are unique; every reference names the pipeline, one of its variables or an action that ended before. */
export function checkVariables(declaration: PipelineDeclaration): void {
  checkNamespaces(declaration);
  const names = (declaration.variables ?? []).map((variable) => variable.name);
  const [twice] = repeated(names);
  demand(twice === undefined, "InvalidStructure", `Variable names must be unique in the pipeline: ${twice}`);
  const variables = new Set(names);
  const known = new Set(["codepipeline"]);
  for (const group of declaration.stages.flatMap(groupsOf)) {
    for (const action of group) checkReferences(action, known, variables);
    for (const action of group) if (action.namespace !== undefined) known.add(action.namespace);
  }
}
