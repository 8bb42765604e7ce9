import type { PipelineDeclaration } from "../declaration";
import { demand, repeated } from "./demand";

/** Every trigger names a connection source of the first stage, each source at most once. */
export function checkTriggers({ stages, triggers = [] }: PipelineDeclaration): void {
  const names = triggers.map((trigger) => trigger.gitConfiguration.sourceActionName);
  const [twice] = repeated(names);
  demand(twice === undefined, "InvalidStructure", `Source action ${twice} has more than one trigger`);
  for (const name of names) {
    const source = stages[0]?.actions.find((action) => action.name === name);
    demand(
      source?.actionTypeId.provider === "CodeStarSourceConnection",
      "InvalidStructure",
      `Trigger names ${name}, which is not a CodeStarSourceConnection source action of the first stage`,
    );
  }
}
