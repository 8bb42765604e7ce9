import "server-only";
import { isMap, isSeq, type YAMLMap } from "yaml";
import type { PermissionsConfig } from "./permissions-config";
import { readOwnRoles } from "./read-own-roles";
import { readPressRule } from "./read-press-rule";
import { readRule } from "./read-rule";
import type { RuleReading } from "./rule-reading";
import { reportUnknownKeys } from "./unknown-keys";

/** Reads the key `permissions`, reporting every mistake. */
export function readPermissions(node: unknown, reading: RuleReading): PermissionsConfig {
  const { report } = reading;
  const nothing: PermissionsConfig = { rules: [], pressRules: [], isWritten: true };
  if (!isMap(node)) {
    report(node, "permissions", "must be a mapping with a list named rules");
    return nothing;
  }
  reportUnknownKeys(node, "permissions", ["roles", "rules", "pipelines"], report);
  const roles = readOwnRoles(node, report);
  const list = itemsOf(node, "rules", reading);
  if (list?.length === 0)
    report(node, "permissions.rules", 'is empty, expected a rule such as { groups: ["*"], role: viewer }');
  return {
    ...nothing,
    rules: (list ?? []).flatMap(
      (item, index) => readRule(item, `permissions.rules[${index}]`, roles, reading) ?? [],
    ),
    pressRules: (node.has("pipelines") ? (itemsOf(node, "pipelines", reading) ?? []) : []).flatMap(
      (item, index) => readPressRule(item, `permissions.pipelines[${index}]`, reading) ?? [],
    ),
  };
}

function itemsOf(map: YAMLMap, key: string, { report }: RuleReading): unknown[] | undefined {
  const list = map.get(key, true);
  if (isSeq(list)) return list.items;
  const what = map.has(key) ? "must be a list" : "is missing, expected a list of rules";
  report(list ?? map, `permissions.${key}`, what);
  return undefined;
}
