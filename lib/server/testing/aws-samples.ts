import "server-only";
import { existsSync, readFileSync } from "node:fs";

/** Answers that AWS published, beside the project where somebody keeps them; a clone has none. */
const SAMPLES = new URL("../../../../shared/reference/samples/", import.meta.url);

/** Whether the published samples are there; tests that need them skip where they are not. */
export const haveSamples = existsSync(SAMPLES);

/** One published answer. The text shows instants as the CLI prints them; the wire carries epoch seconds. */
export function sample(name: string): Record<string, unknown> {
  const text = readFileSync(new URL(name, SAMPLES), "utf8");
  const value: Record<string, unknown> = JSON.parse(text, (key, member: unknown) =>
    /^(start|lastUpdate)Time$/.test(key) && typeof member === "string" ? Date.parse(member) / 1000 : member,
  );
  return value;
}

/** The members of a list in a published answer. */
export function sampleList(name: string, member: string): unknown[] {
  const list = sample(name)[member];
  return Array.isArray(list) ? list : [];
}
