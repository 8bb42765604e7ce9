import "server-only";
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { ROLE_VERBS, ROLES } from "@/lib/domain/role";
import type { RuleConfig } from "./permissions-config";
import { type LineOf, type Reporter, reportUnknownKeys } from "./unknown-keys";

/** Reads `signIn.roles` as rules: each role everywhere for its groups. Reports every mistake. */
export function readSignInRoles(signIn: YAMLMap, report: Reporter, lineOf: LineOf): RuleConfig[] {
  const node = signIn.get("roles", true);
  const expected = `expected a mapping from ${ROLES.join(", ")} to lists of groups, such as viewer: ["*"], or the key permissions`;
  if (!isMap(node) || node.items.length === 0) {
    report(
      node ?? signIn,
      "signIn.roles",
      `${signIn.has("roles") ? "is not good" : "is missing"}, ${expected}`,
    );
    return [];
  }
  reportUnknownKeys(node, "signIn.roles", [...ROLES], report);
  return ROLES.filter((role) => node.has(role)).map((role) => {
    const path = `signIn.roles.${role}`;
    const groups = readGroups(node.get(role, true), path, report);
    const verbs = [...ROLE_VERBS[role]];
    return { path, line: lineOf(node.get(role, true)), groups, effect: "allow", what: role, verbs };
  });
}

/** A list of names of groups, at least one; reports what is not. */
export function readGroups(node: unknown, path: string, report: Reporter): string[] {
  const texts = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : [];
  const groups = texts.filter((text) => typeof text === "string" && text !== "");
  if (groups.length === 0 || groups.length < texts.length) {
    report(
      node,
      path,
      'is not good, expected a list of group names, such as [platform-team], or ["*"] for everybody',
    );
  }
  return groups.map(String);
}
