import "server-only";
import { isMap, isScalar, type YAMLMap } from "yaml";
import { nearName } from "@/lib/domain/near-name";
import { isHouseVerb, isStaged, type PermissionVerb } from "@/lib/domain/permission-verb";
import type { RuleConfig } from "./permissions-config";
import { type RoleVerbs, readVerbs } from "./read-own-roles";
import { readGlobs, readPlaceGlobs } from "./read-place-globs";
import { readGroups } from "./read-sign-in-roles";
import type { RuleReading } from "./rule-reading";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

const KEYS = ["groups", "role", "deny", "targets", "pipelines", "stages"];

/** Reads one item of `permissions.rules`, reporting every mistake; undefined when it had any. */
export function readRule(
  item: unknown,
  path: string,
  roles: RoleVerbs,
  reading: RuleReading,
): RuleConfig | undefined {
  let good = true;
  const report: Reporter = (node, where, message) => {
    good = false;
    reading.report(node, where, message);
  };
  if (!isMap(item)) {
    report(item, path, "must be a mapping with groups, and role or deny");
    return undefined;
  }
  reportUnknownKeys(item, path, KEYS, report);
  const here = { ...reading, report };
  const stages = readGlobs(item, "stages", path, here);
  const does = item.has("deny") ? readDeny(item, path, report) : readRole(item, path, roles, report);
  const rule: RuleConfig = {
    path,
    line: reading.lineOf(item),
    groups: readGroups(item.get("groups", true) ?? item, `${path}.groups`, report),
    ...does,
    ...readPlaceGlobs(item, path, here),
    ...(stages && { stages }),
  };
  if (good) checkTogether(item, rule, report);
  return good ? rule : undefined;
}

type Effect = Pick<RuleConfig, "effect" | "what" | "verbs">;

function readRole(map: YAMLMap, path: string, roles: RoleVerbs, report: Reporter): Effect {
  const node = map.get("role", true);
  const name = isScalar(node) ? String(node.value) : "";
  const verbs = roles.get(name);
  if (verbs) return { effect: "allow", what: name, verbs: withSee(verbs) };
  const names = [...roles.keys()];
  const near = nearName(name, names);
  const hint = near ? `did you mean ${near}?` : `expected ${names.join(", ")}`;
  const what = map.has("role") ? `${JSON.stringify(name.slice(0, 80))} is not a known role` : "is missing";
  report(
    node ?? map,
    `${path}.role`,
    map.has("role") ? `${what}, ${hint}` : `${what}, expected a role, or deny`,
  );
  return { effect: "allow", what: name, verbs: [] };
}

function readDeny(map: YAMLMap, path: string, report: Reporter): Effect {
  if (map.has("role"))
    report(map.get("role", true), `${path}.role`, "stands beside deny, expected one of the two");
  const verbs = readVerbs(map.get("deny", true), `${path}.deny`, report);
  return { effect: "deny", what: verbs.join(", "), verbs };
}

/** What would have no effect, or another than it seems to have, is a mistake. */
function checkTogether(map: YAMLMap, rule: RuleConfig, report: Reporter): void {
  const { path, effect, verbs, targets, pipelines, stages, what } = rule;
  if (stages !== undefined) {
    const unstaged = verbs.filter((verb) => !isStaged(verb));
    if (effect === "deny" && unstaged.length > 0)
      report(
        map.get("stages", true),
        `${path}.stages`,
        `cannot narrow ${unstaged.join(", ")}, which is no press at a stage`,
      );
    if (effect === "allow" && unstaged.length === verbs.length)
      report(
        map.get("stages", true),
        `${path}.stages`,
        `narrows nothing: ${what} has no verb that is pressed at a stage`,
      );
  }
  const narrowed = [targets, pipelines, stages].some((globs) => globs !== undefined);
  const house = verbs.filter(isHouseVerb);
  if (narrowed && house.length > 0 && (effect === "deny" || house.length === verbs.length))
    report(
      map,
      path,
      `cannot narrow ${house.join(", ")}, which is for the whole house: leave out targets, pipelines and stages`,
    );
}

function withSee(verbs: readonly PermissionVerb[]): PermissionVerb[] {
  const see: PermissionVerb[] = verbs.every(isHouseVerb) ? [] : ["see"];
  return [...new Set([...see, ...verbs])];
}
