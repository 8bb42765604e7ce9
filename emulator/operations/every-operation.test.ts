import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { operationInputShapes } from "../shapes/operation-input-shapes";
import { operationOutputShapes } from "../shapes/operation-output-shapes";
import { registry } from "./registry";

const modelFile = fileURLToPath(new URL("../../../shared/reference/model/service-2.json", import.meta.url));
const isThere = existsSync(modelFile);
if (!isThere)
  process.stderr.write("every-operation.test: the service model is not there, comparison skipped\n");

/** Every operation whose input our own table knows; each operation of CodePipeline has one. */
const inTable = Object.keys(operationInputShapes).map((name) => name.replace(/Input$/, ""));

function fileOf(operation: string): string {
  return operation.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
}

describe("the operations of CodePipeline", () => {
  it("are 44", () => {
    expect(inTable).toHaveLength(44);
  });

  it.each(inTable)("%s is answered, and has a file and a test of its own", (operation) => {
    expect(registry.get(operation)?.input).toBe(`${operation}Input`);
    for (const ending of [".ts", ".test.ts"])
      expect(existsSync(new URL(`${fileOf(operation)}${ending}`, import.meta.url)), ending).toBe(true);
  });

  it("are all there is: nothing else is answered, no answer is of anything else", () => {
    expect([...registry.keys()].sort()).toEqual([...inTable].sort());
    for (const shape of Object.keys(operationOutputShapes))
      expect(inTable).toContain(shape.replace(/Output$/, ""));
  });

  it.skipIf(!isThere)("are those of the service model", () => {
    const model: { operations: Record<string, unknown> } = JSON.parse(readFileSync(modelFile, "utf8"));
    expect([...inTable].sort()).toEqual(Object.keys(model.operations).sort());
  });
});
