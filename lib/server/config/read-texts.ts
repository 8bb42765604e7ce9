import "server-only";
import { isScalar, isSeq } from "yaml";
import type { Reporter } from "./unknown-keys";

/** A list of at least one text, each with its node; reports what is none. */
export function readTexts(
  node: unknown,
  path: string,
  expected: string,
  report: Reporter,
): Array<{ text: string; at: unknown }> {
  const texts = (isSeq(node) ? node.items : []).flatMap((at) =>
    isScalar(at) && typeof at.value === "string" && at.value !== "" ? [{ text: at.value, at }] : [],
  );
  const whole = isSeq(node) && node.items.length === texts.length && texts.length > 0;
  if (!whole) report(node, path, `is not good, expected ${expected}`);
  return texts;
}
