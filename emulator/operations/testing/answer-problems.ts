import { constraintsOf } from "../../shapes/constraint";
import type { Shape } from "../../shapes/shape";
import { shapeOf, shapeTable } from "../../shapes/shape-table";
import { registry } from "../registry";

/** What any operation may answer beyond its own errors: what the door refuses before the operation is asked. */
const commonErrors: ReadonlySet<string> = new Set([
  "AccessDeniedException",
  "ExpiredTokenException",
  "InternalFailure",
  "InvalidSignatureException",
  "MissingAuthenticationTokenException",
  "RequestEntityTooLargeException",
  "SerializationException",
  "ServiceUnavailable",
  "ThrottlingException",
  "UnknownOperationException",
  "UnrecognizedClientException",
]);

/** 2001 and 2286 in epoch seconds: what lies outside was not meant as seconds. */
const plausibleSeconds = { from: 1e9, to: 1e10 };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindProblem(shape: Shape, value: unknown): string | undefined {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? undefined : "is not a text";
    case "whole":
      return Number.isInteger(value) ? undefined : "is not a whole number";
    case "flag":
      return typeof value === "boolean" ? undefined : "is not true or false";
    case "list":
      return Array.isArray(value) ? undefined : "is not a list";
    case "map":
    case "structure":
      return isObject(value) ? undefined : "is not an object";
    case "instant": {
      const { from, to } = plausibleSeconds;
      const fits = typeof value === "number" && value >= from && value < to;
      return fits ? undefined : "is not a number of epoch seconds";
    }
  }
}

function memberProblems(shape: Shape, value: object, path: string): string[] {
  const problems: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const at = `${path}.${name}`;
    if (shape.kind === "list") problems.push(...shapeProblems(shape.member, member, at));
    if (shape.kind === "map") {
      problems.push(...shapeProblems(shape.key, name, `${at} (its key)`));
      problems.push(...shapeProblems(shape.value, member, at));
    }
    if (shape.kind === "structure") {
      const known = shape.members.get(name);
      problems.push(...(known ? shapeProblems(known.shape, member, at) : [`${at} is not in the model`]));
    }
  }
  if (shape.kind !== "structure") return problems;
  for (const [name, { required }] of shape.members) {
    if (required && !(name in value)) problems.push(`${path}.${name} is missing`);
  }
  return problems;
}

/** What is wrong with a value as an answer carries it, by the shape of that name: kinds, limits, names, absence. */
export function shapeProblems(shapeName: string, value: unknown, path = shapeName): string[] {
  if (value === null || value === undefined) return [`${path} is ${value} instead of absent`];
  const shape = shapeOf(shapeName);
  const wrongKind = kindProblem(shape, value);
  if (wrongKind !== undefined) return [`${path} ${wrongKind}: ${JSON.stringify(value)}`];
  const broken = constraintsOf(shape).filter((constraint) => !constraint.holds(value));
  const problems = broken.map(({ words }) => `${path}: ${words}: ${JSON.stringify(value).slice(0, 200)}`);
  return typeof value === "object" ? [...problems, ...memberProblems(shape, value, path)] : problems;
}

/** What is wrong with the answer of an operation; operations without output answer undefined. */
export function answerProblems(operation: string, answer: unknown): string[] {
  const shape = `${operation}Output`;
  if (shapeTable.has(shape)) return shapeProblems(shape, answer);
  return answer === undefined ? [] : [`${operation} has no output and answered ${JSON.stringify(answer)}`];
}

/** What is wrong with an error's name: one that neither the operation's list in the model nor the common errors have. */
export function errorProblems(operation: string, code: string): string[] {
  if (commonErrors.has(code) || registry.get(operation)?.errors.includes(code)) return [];
  return [`${operation} does not list ${code}`];
}
