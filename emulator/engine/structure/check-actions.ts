import type { ActionTypes } from "../action-types/action-types";
import type { ActionDeclaration, PipelineDeclaration } from "../declaration";
import { demand } from "./demand";

function demandAction(condition: boolean, message: string): void {
  demand(condition, "InvalidActionDeclaration", message);
}

/** Artifacts of a custom type that nobody has made. */
const anyCustom = { inputs: [0, 5], outputs: [0, 5] } as const;
const queryableValue = /^[A-Za-z0-9_-]{1,20}$/;

function checkCounts(action: ActionDeclaration, types: ActionTypes): void {
  const unknown = action.actionTypeId.owner === "Custom" ? anyCustom : undefined;
  const type = types.entry(action.actionTypeId) ?? unknown;
  if (!type) return;
  const sides = [
    ["input", action.inputArtifacts?.length ?? 0, type.inputs],
    ["output", action.outputArtifacts?.length ?? 0, type.outputs],
  ] as const;
  for (const [side, count, [least, most]] of sides) {
    demandAction(
      count >= least && count <= most,
      `Action ${action.name} has ${count} ${side} artifacts; ${action.actionTypeId.provider} takes ${least} to ${most}`,
    );
  }
}

function checkConfiguration(action: ActionDeclaration, types: ActionTypes): void {
  for (const property of types.entry(action.actionTypeId)?.properties ?? []) {
    const value = action.configuration?.[property.name];
    demandAction(
      !property.required || value !== undefined,
      `Action configuration for action '${action.name}' is missing required configuration '${property.name}'`,
    );
    demandAction(
      !property.queryable || value === undefined || queryableValue.test(value),
      `Action configuration '${property.name}' of action '${action.name}' is queryable: it must be 1 to 20 letters, digits, underscores and hyphens`,
    );
  }
}

function checkOne(action: ActionDeclaration, types: ActionTypes): void {
  const { category, owner, provider, version } = action.actionTypeId;
  demandAction(
    !types.isDeleted(action.actionTypeId),
    `The custom action type of action ${action.name} was deleted (Category: '${category}', Provider: '${provider}', Version: '${version}')`,
  );
  checkCounts(action, types);
  checkConfiguration(action, types);
  const isCommands = provider === "Commands" && owner === "AWS";
  demandAction(
    !isCommands || (action.commands?.length ?? 0) > 0,
    `Action ${action.name} must have a non-empty commands field`,
  );
  demandAction(
    action.timeoutInMinutes === undefined || (category === "Approval" && provider === "Manual"),
    `Action ${action.name} must not have timeoutInMinutes; only manual approvals may have it`,
  );
}

/** What one action may say: artifact counts, required configuration, commands, timeout. */
export function checkActions({ stages }: PipelineDeclaration, types: ActionTypes): void {
  for (const stage of stages) for (const action of stage.actions) checkOne(action, types);
}
