import "server-only";
import type { Versions } from "@/lib/contract/live";

const PART = /^([A-Za-z0-9_-]+)\.(\d{1,16})$/;

/** Versions of targets as one text, such as `prod-eu.1234~prod-us.88`: what a stream resumes from. */
export function toCursor(versions: Versions): string {
  return Object.entries(versions)
    .map(([target, version]) => `${target}.${version}`)
    .join("~");
}

/** The versions a cursor names; null for a text that is none. */
export function fromCursor(cursor: string): Versions | null {
  const parts = cursor === "" ? [] : cursor.split("~");
  const versions = parts.map((part) => PART.exec(part));
  const entries = versions.flatMap((match) =>
    match?.[1] === undefined ? [] : [[match[1], Number(match[2])] as const],
  );
  return entries.length === parts.length ? Object.fromEntries(entries) : null;
}
