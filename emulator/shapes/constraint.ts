import type { Shape } from "./shape";

/** A constraint in AWS's words, and whether a value keeps it. */
export interface Constraint {
  words: string;
  holds(value: unknown): boolean;
}

type Sized = Extract<Shape, { kind: "text" | "list" | "map" | "whole" }>;

function sizeOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

const wholeMatch = new Map<string, RegExp>();

function matches(pattern: string, value: unknown): boolean {
  const known = wholeMatch.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
  wholeMatch.set(pattern, known);
  return typeof value === "string" && known.test(value);
}

function limitConstraints(shape: Sized): Constraint[] {
  const measure = shape.kind === "whole" ? "value" : "length";
  const made: Constraint[] = [];
  const { min, max, pattern } = shape;
  if (max !== undefined) {
    made.push({
      words: `Member must have ${measure} less than or equal to ${max}`,
      holds: (value) => sizeOf(value) <= max,
    });
  }
  if (min !== undefined) {
    made.push({
      words: `Member must have ${measure} greater than or equal to ${min}`,
      holds: (value) => sizeOf(value) >= min,
    });
  }
  if (pattern !== undefined) {
    made.push({
      words: `Member must satisfy regular expression pattern: ${pattern}`,
      holds: (value) => matches(pattern, value),
    });
  }
  return made;
}

const known = new WeakMap<Shape, Constraint[]>();

function make(shape: Shape): Constraint[] {
  if (shape.kind === "flag" || shape.kind === "instant" || shape.kind === "structure") return [];
  const constraints = limitConstraints(shape);
  if (shape.kind === "text" && shape.oneOf) {
    const values = shape.oneOf;
    constraints.push({
      words: `Member must satisfy enum value set: [${values.join(", ")}]`,
      holds: (value) => typeof value === "string" && values.includes(value),
    });
  }
  return constraints;
}

/** The constraints of a shape on its own value, not on its members. */
export function constraintsOf(shape: Shape): Constraint[] {
  const constraints = known.get(shape) ?? make(shape);
  known.set(shape, constraints);
  return constraints;
}
