import "server-only";
import { isMap, isScalar, type YAMLMap } from "yaml";
import { PRESS_CONDITIONS } from "@/lib/domain/press-conditions";
import type { PressRuleConfig } from "./permissions-config";
import { readPlaceGlobs } from "./read-place-globs";
import type { RuleReading } from "./rule-reading";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

/** Reads one item of `permissions.pipelines`, reporting every mistake; undefined when it had any. */
export function readPressRule(
  item: unknown,
  path: string,
  reading: RuleReading,
): PressRuleConfig | undefined {
  let good = true;
  const report: Reporter = (node, where, message) => {
    good = false;
    reading.report(node, where, message);
  };
  if (!isMap(item)) {
    report(item, path, `must be a mapping with pipelines, and any of ${PRESS_CONDITIONS.join(", ")}`);
    return undefined;
  }
  reportUnknownKeys(item, path, ["targets", "pipelines", ...PRESS_CONDITIONS], report);
  if (!item.has("pipelines"))
    report(item, `${path}.pipelines`, 'is missing, expected a list of globs, such as ["*"] for all');
  const option = (key: (typeof PRESS_CONDITIONS)[number]) => readOption(item, key, path, report);
  if (!PRESS_CONDITIONS.some((key) => item.has(key)))
    report(item, path, `has no effect, expected any of ${PRESS_CONDITIONS.join(", ")}`);
  const rule: PressRuleConfig = {
    path,
    line: reading.lineOf(item),
    reasonRequired: option("reasonRequired"),
    noOwnChanges: option("noOwnChanges"),
    twoApprovers: option("twoApprovers"),
    ...readPlaceGlobs(item, path, { ...reading, report }),
  };
  return good ? rule : undefined;
}

function readOption(map: YAMLMap, key: string, path: string, report: Reporter): boolean {
  if (!map.has(key)) return false;
  const node = map.get(key, true);
  if (isScalar(node) && typeof node.value === "boolean") return node.value;
  report(node, `${path}.${key}`, "is not good, expected true or false");
  return false;
}
