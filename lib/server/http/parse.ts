import "server-only";
import type { z } from "zod";
import { ApiError, type FieldError } from "../errors";

const MOST_ERRORS_TOLD = 20;

/**
 * Checks one part of a request against its schema.
 * Throws `request.invalid` naming each wrong field as `path.x`, `query.x` or `body.x`.
 */
export function parsePart<S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: "path" | "query" | "body",
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => fieldErrors(issue, part)));
}

/** `request.invalid` with the fields that are wrong; the first one is also told in the detail. */
export function invalid(errors: FieldError[]): ApiError {
  const told = errors.slice(0, MOST_ERRORS_TOLD);
  const first = told[0];
  return new ApiError("request.invalid", first && `${first.field}: ${first.message}`, { errors: told });
}

/**
 * Query parameters as an object. Throws `request.invalid` on a name given twice.
 *
 * @param repeatable names that may be given more than once; their values are joined by commas
 */
export function queryObject(
  query: URLSearchParams,
  repeatable: readonly string[] = [],
): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    const before = values.get(name);
    if (before !== undefined && !repeatable.includes(name))
      throw invalid([{ field: `query.${short(name)}`, message: "is given more than once" }]);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
}

function fieldErrors(issue: z.core.$ZodIssue, part: string): FieldError[] {
  const at = [part, ...issue.path.map((step) => short(String(step)))].join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: `${at}.${short(key)}`, message: "is not known here" }));
  }
  return [{ field: at, message: issue.message }];
}

function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
