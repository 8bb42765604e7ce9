import { HOUSE_VERBS, type PermissionVerb, VERBS } from "./permission-verb";

/** Built-in roles, each able to do all the one before it can. */
export const ROLES = ["viewer", "approver", "operator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What each built-in role may do. */
export const ROLE_VERBS: Readonly<Record<Role, readonly PermissionVerb[]>> = {
  viewer: ["see"],
  approver: ["see", "approve", "reject"],
  operator: ["see", ...VERBS],
  admin: ["see", ...VERBS, ...HOUSE_VERBS],
};

/** Tells whether a text is one of the built-in roles. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
