import "server-only";
import picomatch from "picomatch";
import type { YAMLMap } from "yaml";
import { nearName } from "@/lib/domain/near-name";
import type { PlaceGlobs } from "./permissions-config";
import { readTexts } from "./read-texts";
import type { RuleReading } from "./rule-reading";
import { isGlob } from "./target-fields";

/** Reads `targets` and `pipelines` of a rule. A glob that no target's id matches is a mistake. */
export function readPlaceGlobs(map: YAMLMap, path: string, reading: RuleReading): PlaceGlobs {
  const targets = readGlobs(map, "targets", path, reading);
  const pipelines = readGlobs(map, "pipelines", path, reading);
  return { ...(targets && { targets }), ...(pipelines && { pipelines }) };
}

/** Reads one list of globs; undefined when it is left out. */
export function readGlobs(
  map: YAMLMap,
  key: "targets" | "pipelines" | "stages",
  path: string,
  { targets, report }: RuleReading,
): string[] | undefined {
  if (!map.has(key)) return undefined;
  const where = `${path}.${key}`;
  const listed = readTexts(map.get(key, true), where, "a list of globs, such as [checkout-*]", report);
  return listed.flatMap(({ text, at }) => {
    const expected = isGlob(text);
    if (expected !== undefined) {
      report(
        at,
        where,
        `${JSON.stringify(text.slice(0, 80))} is not good, expected a glob, such as checkout-*`,
      );
      return [];
    }
    const isMatch = picomatch(text, { dot: true });
    if (key === "targets" && !targets.some((id) => isMatch(id))) {
      const near = nearName(text, targets);
      const hint = near ? `did you mean ${near}?` : `expected one of ${targets.join(", ") || "no targets"}`;
      report(at, where, `${JSON.stringify(text)} matches no target, ${hint}`);
      return [];
    }
    return [text];
  });
}
