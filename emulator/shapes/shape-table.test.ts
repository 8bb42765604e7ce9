import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { registry } from "../operations/registry";
import type { Shape } from "./shape";
import { shapeOf, shapeTable } from "./shape-table";

interface ModelShape {
  type: string;
  min?: number;
  max?: number;
  pattern?: string;
  enum?: string[];
  required?: string[];
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
  key?: { shape: string };
  value?: { shape: string };
}

interface Model {
  operations: Record<
    string,
    { input?: { shape: string }; output?: { shape: string }; errors?: Array<{ shape: string }> }
  >;
  shapes: Record<string, ModelShape>;
}

const modelFile = fileURLToPath(new URL("../../../shared/reference/model/service-2.json", import.meta.url));
const isThere = existsSync(modelFile);
if (!isThere) process.stderr.write("shape-table.test: the service model is not there, comparison skipped\n");
const model: Model = isThere ? JSON.parse(readFileSync(modelFile, "utf8")) : { operations: {}, shapes: {} };

/** A shape of the model in the form of our table. */
function translated({ type, min, max, pattern, ...shape }: ModelShape): Shape {
  const limits = {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
  };
  switch (type) {
    case "string":
      return shape.enum ? { kind: "text", oneOf: shape.enum } : { kind: "text", ...limits };
    case "integer":
      return { kind: "whole", ...limits };
    case "boolean":
      return { kind: "flag" };
    case "timestamp":
      return { kind: "instant" };
    case "list":
      return { kind: "list", member: shape.member?.shape ?? "", ...limits };
    case "map":
      return { kind: "map", key: shape.key?.shape ?? "", value: shape.value?.shape ?? "", ...limits };
    default: {
      const required = new Set(shape.required);
      const members = Object.entries(shape.members ?? {}).map(
        ([name, member]) => [name, { shape: member.shape, required: required.has(name) }] as const,
      );
      return { kind: "structure", members: new Map(members) };
    }
  }
}

describe("the shape table", () => {
  it("refers only to shapes it has", () => {
    for (const shape of shapeTable.values()) {
      if (shape.kind === "list") expect(shapeTable.has(shape.member)).toBe(true);
      if (shape.kind === "map") expect(shapeTable.has(shape.key) && shapeTable.has(shape.value)).toBe(true);
      if (shape.kind === "structure") {
        for (const member of shape.members.values()) expect(shapeTable.has(member.shape)).toBe(true);
      }
    }
  });

  it("throws for a name it does not have", () => {
    expect(() => shapeOf("NoSuchShape")).toThrow("no shape NoSuchShape in the table");
  });

  it("has the input of every operation", () => {
    for (const operation of registry.values()) expect(shapeTable.has(operation.input)).toBe(true);
  });

  it.skipIf(!isThere)("says what the service model says, shape by shape", () => {
    for (const [name, shape] of shapeTable) {
      const inModel = model.shapes[name];
      expect(inModel, name).toBeDefined();
      if (inModel) expect(shape, name).toEqual(translated(inModel));
    }
  });

  it.skipIf(!isThere)("has inputs and outputs of all operations of the service model", () => {
    for (const [name, { input, output }] of Object.entries(model.operations)) {
      for (const side of [input, output]) if (side) expect(shapeTable.has(side.shape), name).toBe(true);
    }
  });

  it.skipIf(!isThere)("comes with operations that list exactly the errors of the service model", () => {
    for (const operation of registry.values()) {
      const inModel = model.operations[operation.name];
      expect(inModel?.input?.shape).toBe(operation.input);
      const errors = (inModel?.errors ?? []).map((error) => error.shape);
      expect([...operation.errors].sort(), operation.name).toEqual(errors.sort());
    }
  });
});
