import "server-only";
import type { Instant } from "@/lib/domain/instant";

/** A non-empty text, or undefined for anything else. What AWS sends may not be what its model says. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const YEAR_10000_MS = Date.UTC(10_000, 0);

/** An instant from a date the SDK made, or undefined when it is none, or not one of the years 1970 to 9999. */
export function instant(value: unknown): Instant | undefined {
  if (!(value instanceof Date)) return undefined;
  const ms = value.getTime();
  return ms >= 0 && ms < YEAR_10000_MS ? value.toISOString() : undefined;
}

/** A whole number, or undefined. */
export function integer(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

/** Per cent from 0 to 100, or undefined. */
export function percent(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value <= 100 ? Math.floor(value) : undefined;
}

/** The objects of a list; no list is an empty one. */
export function objects<T>(value: readonly T[] | null | undefined): T[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is T => typeof item === "object" && item !== null);
}

/** The non-empty texts of a list. */
export function texts(value: readonly unknown[] | null | undefined): string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => text(item) ?? []) : [];
}

/** An address a browser may be led to: http or https only. */
export function webAddress(value: unknown): string | undefined {
  const address = text(value);
  if (address === undefined || !URL.canParse(address)) return undefined;
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined;
}
