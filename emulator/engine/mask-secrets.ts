import type { ActionTypes } from "./action-types/action-types";
import type { ActionDeclaration, ActionTypeId, PipelineDeclaration } from "./declaration";

/** What stands where a secret was. */
const mask = "****";

function isSecret(types: ActionTypes, type: ActionTypeId, key: string): boolean {
  const property = types.known(type)?.properties.find(({ name }) => name === key);
  return property?.secret ?? key === "OAuthToken";
}

/** A configuration with every secret replaced by four asterisks. */
export function maskConfiguration(
  types: ActionTypes,
  type: ActionTypeId,
  configuration: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(configuration).map(([key, value]) => [key, isSecret(types, type, key) ? mask : value]),
  );
}

function mapActions(
  declaration: PipelineDeclaration,
  change: (action: ActionDeclaration, stageName: string) => ActionDeclaration,
): PipelineDeclaration {
  const stages = declaration.stages.map((stage) => ({
    ...stage,
    actions: stage.actions.map((action) => change(action, stage.name)),
  }));
  return { ...declaration, stages };
}

/** A structure as answers show it. */
export function maskDeclaration(declaration: PipelineDeclaration, types: ActionTypes): PipelineDeclaration {
  return mapActions(declaration, (action) => {
    if (!action.configuration) return action;
    return { ...action, configuration: maskConfiguration(types, action.actionTypeId, action.configuration) };
  });
}

/** A structure in which a secret sent back as asterisks keeps the value it had in `old`. */
export function keepSecrets(
  declaration: PipelineDeclaration,
  old: PipelineDeclaration,
  types: ActionTypes,
): PipelineDeclaration {
  return mapActions(declaration, (action, stageName) => {
    const before = old.stages
      .find((stage) => stage.name === stageName)
      ?.actions.find((each) => each.name === action.name)?.configuration;
    const entries = Object.entries(action.configuration ?? {}).map(([key, value]) => {
      const kept = value === mask && isSecret(types, action.actionTypeId, key) ? before?.[key] : undefined;
      return [key, kept ?? value] as const;
    });
    return { ...action, configuration: Object.fromEntries(entries) };
  });
}
