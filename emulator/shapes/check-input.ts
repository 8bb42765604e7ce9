import { ServiceError } from "../engine/service-error";
import { constraintsOf } from "./constraint";
import type { Shape } from "./shape";
import { shapeOf } from "./shape-table";

/** A value that has another JSON type than its shape. */
function serialization(path: string, expected: string): ServiceError {
  return new ServiceError("SerializationException", `Value at '${path}' is not ${expected}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScalar(shape: Shape): boolean {
  return shape.kind === "text" || shape.kind === "whole";
}

/** Reads a value by its shape, collecting broken constraints in AWS's words. */
class Check {
  readonly violations: string[] = [];

  read(name: string, value: unknown, path: string): unknown {
    const shape = shapeOf(name);
    const read = this.#readKind(shape, value, path);
    for (const constraint of constraintsOf(shape)) {
      if (!constraint.holds(read)) this.#violate(path, constraint.words);
    }
    return read;
  }

  #violate(path: string, words: string): void {
    this.violations.push(`Value at '${path}' failed to satisfy constraint: ${words}`);
  }

  #readKind(shape: Shape, value: unknown, path: string): unknown {
    switch (shape.kind) {
      case "text":
        if (typeof value !== "string") throw serialization(path, "a string");
        return value;
      case "whole":
        if (typeof value !== "number" || !Number.isInteger(value))
          throw serialization(path, "a whole number");
        return value;
      case "flag":
        if (typeof value !== "boolean") throw serialization(path, "a boolean");
        return value;
      case "instant":
        return readInstant(value, path);
      case "list":
        return this.#readList(shape.member, value, path);
      case "map":
        return this.#readMap(shape.key, shape.value, value, path);
      case "structure":
        return this.#readStructure(shape, value, path);
    }
  }

  #readList(memberName: string, value: unknown, path: string): unknown[] {
    if (!Array.isArray(value)) throw serialization(path, "a list");
    const member = shapeOf(memberName);
    const read: unknown[] = [];
    for (const [index, entry] of value.entries()) {
      const entryPath = `${path}.${index + 1}.member`;
      if (entry === null) this.#violate(entryPath, "Member must not be null");
      else
        read.push(
          isScalar(member) ? this.#readKind(member, entry, path) : this.read(memberName, entry, entryPath),
        );
    }
    if (!isScalar(member)) return read;
    this.#judgeAll(read, member, path, "Member");
    return read;
  }

  #readMap(keyName: string, valueName: string, value: unknown, path: string): Record<string, unknown> {
    if (!isObject(value)) throw serialization(path, "a map");
    const shape = shapeOf(valueName);
    const entries = Object.entries(value).filter(([, entry]) => entry !== null);
    this.#judgeAll(
      entries.map(([key]) => key),
      shapeOf(keyName),
      path,
      "Map keys",
    );
    if (!isScalar(shape)) {
      return Object.fromEntries(
        entries.map(([key, entry]) => [key, this.read(valueName, entry, `${path}.${key}.member`)]),
      );
    }
    const read = entries.map(([key, entry]) => [key, this.#readKind(shape, entry, path)] as const);
    this.#judgeAll(
      read.map(([, entry]) => entry),
      shape,
      path,
      "Map value",
    );
    return Object.fromEntries(read);
  }

  /** Entries of a list or map that are no structures are judged together and named by the path of the whole. */
  #judgeAll(values: readonly unknown[], shape: Shape, path: string, subject: string): void {
    const constraints = constraintsOf(shape);
    if (values.every((value) => constraints.every((constraint) => constraint.holds(value)))) return;
    const words = constraints.map((constraint) => constraint.words).join(", ");
    this.#violate(path, `${subject} must satisfy constraint: [${words}]`);
  }

  #readStructure(
    shape: Extract<Shape, { kind: "structure" }>,
    value: unknown,
    path: string,
  ): Record<string, unknown> {
    if (!isObject(value)) throw serialization(path, "an object");
    const read: Record<string, unknown> = {};
    for (const [name, member] of shape.members) {
      const given = value[name];
      const memberPath = path === "" ? name : `${path}.${name}`;
      if (given !== undefined && given !== null) read[name] = this.read(member.shape, given, memberPath);
      else if (member.required) this.#violate(memberPath, "Member must not be null");
    }
    return read;
  }
}

/** Years 1 to 9999 in epoch seconds. */
const instants = { from: -62_135_596_800, to: 253_402_300_799 };

/** Instants come as epoch seconds (number or numeric text) or as ISO text; all become epoch seconds. */
function readInstant(value: unknown, path: string): number {
  const isNumeric = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
  const given = isNumeric ? Number(value) : value;
  const seconds = typeof given === "string" ? Date.parse(given) / 1000 : given;
  if (typeof seconds !== "number" || !(seconds >= instants.from && seconds <= instants.to))
    throw serialization(path, "an instant");
  return seconds;
}

/**
 * Checks a body by the structure of that name and answers a copy that holds only members the structure knows; null
 * counts as absent. Throws ServiceError: ValidationException naming every broken constraint, SerializationException.
 */
export function checkInput(structureName: string, body: unknown): unknown {
  const check = new Check();
  const read = check.read(structureName, body ?? {}, "");
  const count = check.violations.length;
  if (count === 0) return read;
  const head = count === 1 ? "1 validation error detected" : `${count} validation errors detected`;
  throw new ServiceError("ValidationException", `${head}: ${check.violations.join("; ")}`);
}
