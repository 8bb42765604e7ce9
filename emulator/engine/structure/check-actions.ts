import { actionTypeEntry } from "../../providers/action-type-catalogue";
import type { ActionDeclaration, PipelineDeclaration } from "../declaration";
import { demand } from "./demand";

function demandAction(condition: boolean, message: string): void {
  demand(condition, "InvalidActionDeclaration", message);
}

function checkCounts(action: ActionDeclaration): void {
  const custom = { inputs: [0, 5], outputs: [0, 5] } as const;
  const type = action.actionTypeId.owner === "Custom" ? custom : actionTypeEntry(action.actionTypeId);
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

function checkConfiguration(action: ActionDeclaration): void {
  for (const property of actionTypeEntry(action.actionTypeId)?.properties ?? []) {
    demandAction(
      !property.required || action.configuration?.[property.name] !== undefined,
      `Action configuration for action '${action.name}' is missing required configuration '${property.name}'`,
    );
  }
}

function checkOne(action: ActionDeclaration): void {
  const { category, owner, provider } = action.actionTypeId;
  checkCounts(action);
  checkConfiguration(action);
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
export function checkActions({ stages }: PipelineDeclaration): void {
  for (const stage of stages) for (const action of stage.actions) checkOne(action);
}
