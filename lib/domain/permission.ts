import { ROLES, type Role } from "./person";
import type { Verb } from "./receipt";

/** Whether a press is allowed, and if not, why in words. */
export type Permission = { allowed: true } | { allowed: false; why: string };

/** The least role a verb needs, and what pressing it is called. */
const NEEDS: Record<Verb, { from: Role; doing: string }> = {
  approve: { from: "approver", doing: "Approving" },
  reject: { from: "approver", doing: "Rejecting" },
  stop: { from: "operator", doing: "Stopping" },
  abandon: { from: "operator", doing: "Abandoning" },
  retry: { from: "operator", doing: "Retrying" },
  rollback: { from: "operator", doing: "Rolling back" },
  override: { from: "operator", doing: "Overriding" },
  "open-transition": { from: "operator", doing: "Opening a transition" },
  "close-transition": { from: "operator", doing: "Closing a transition" },
  release: { from: "operator", doing: "Releasing a change" },
};

const MAY: Record<Role, string> = {
  viewer: "may look",
  approver: "may look, approve and reject",
  operator: "may press everything",
  admin: "may press everything",
};

/** Every verb there is. */
export const VERBS = Object.keys(NEEDS).filter(isVerb);

/** Tells whether a text is a verb of this version. */
export function isVerb(text: string): text is Verb {
  return Object.hasOwn(NEEDS, text);
}

/** Tells whether a text is one of the built-in roles. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The rule of the built-in roles: each may do all that the one before it may. */
export function mayPress(role: Role, verb: Verb): Permission {
  const { from, doing } = NEEDS[verb];
  const enough = ROLES.slice(ROLES.indexOf(from));
  if (enough.includes(role)) return { allowed: true };
  return { allowed: false, why: `Your role ${role} ${MAY[role]}. ${doing} needs ${either(enough)}.` };
}

function either(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
