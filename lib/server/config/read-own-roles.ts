import "server-only";
import { isMap, isScalar, type YAMLMap } from "yaml";
import { nearName } from "@/lib/domain/near-name";
import { isPermissionVerb, PERMISSION_VERBS, type PermissionVerb } from "@/lib/domain/permission-verb";
import { isRole, ROLE_VERBS } from "@/lib/domain/role";
import { readTexts } from "./read-texts";
import type { Reporter } from "./unknown-keys";

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** By name of a role, what it may do. */
export type RoleVerbs = ReadonlyMap<string, readonly PermissionVerb[]>;

/** The built-in roles and those of `permissions.roles`. Reports every mistake. */
export function readOwnRoles(permissions: YAMLMap, report: Reporter): RoleVerbs {
  const roles = new Map<string, readonly PermissionVerb[]>(Object.entries(ROLE_VERBS));
  if (!permissions.has("roles")) return roles;
  const node = permissions.get("roles", true);
  if (!isMap(node)) {
    report(node, "permissions.roles", "must be a mapping from names of roles to lists of verbs");
    return roles;
  }
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const path = `permissions.roles.${name}`;
    if (!NAME.test(name))
      report(
        key,
        path,
        "is not good, expected 1 to 40 lower-case letters, digits and dashes, such as releaser",
      );
    if (isRole(name)) report(key, path, "is the name of a built-in role, expected another");
    roles.set(name, readVerbs(value, path, report));
  }
  return roles;
}

/** A list of verbs; who may do something to a pipeline may see it as well. Reports what is no verb. */
export function readVerbs(node: unknown, path: string, report: Reporter): PermissionVerb[] {
  const named = readTexts(node, path, "a list of verbs, such as [approve, reject]", report);
  const verbs = named.flatMap(({ text, at }) => {
    if (isPermissionVerb(text)) return [text];
    const near = nearName(text, PERMISSION_VERBS);
    const hint = near ? `did you mean ${near}?` : `expected ${PERMISSION_VERBS.join(", ")}`;
    report(at, path, `${JSON.stringify(text.slice(0, 80))} is not a known verb, ${hint}`);
    return [];
  });
  return [...new Set(verbs)];
}
