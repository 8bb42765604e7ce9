import { actionTypeShapes } from "./action-type-shapes";
import { declarationShapes } from "./declaration-shapes";
import { executionShapes } from "./execution-shapes";
import { jobShapes } from "./job-shapes";
import { operationInputShapes } from "./operation-input-shapes";
import { operationOutputShapes } from "./operation-output-shapes";
import { ruleShapes } from "./rule-shapes";
import { scalarShapes } from "./scalar-shapes";
import type { Shape } from "./shape";
import { webhookShapes } from "./webhook-shapes";

/** Every shape by name. */
export const shapeTable: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>({
    ...scalarShapes,
    ...declarationShapes,
    ...ruleShapes,
    ...executionShapes,
    ...actionTypeShapes,
    ...jobShapes,
    ...webhookShapes,
    ...operationInputShapes,
    ...operationOutputShapes,
  }),
);

/** The shape of that name; a name that is not in the table is a mistake of ours, so it throws. */
export function shapeOf(name: string): Shape {
  const shape = shapeTable.get(name);
  if (!shape) throw new Error(`no shape ${name} in the table`);
  return shape;
}
