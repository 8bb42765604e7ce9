import "server-only";
import { ROLE_VERBS, ROLES } from "@/lib/domain/role";
import type { RuleConfig } from "../config/permissions-config";

/** What holds while an emulator is the only back end and no rule is written: each group named like a role has that role. */
export function demoRules(): RuleConfig[] {
  return ROLES.map((role) => ({
    path: "rules of the demo",
    groups: [role],
    effect: "allow",
    what: role,
    verbs: [...ROLE_VERBS[role]],
  }));
}
