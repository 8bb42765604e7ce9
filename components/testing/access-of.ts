import type { AccessAnswer, AccessReply, PressConditions } from "@/lib/contract/access";
import { can, canInHouse, type Policy } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { ROLE_VERBS, type Role } from "@/lib/domain/role";

const NOW = "2026-11-21T03:12:09.000Z";

/** What the server answers a person who has one role everywhere, at any pipeline. */
export function accessOf(person: Person, role: Role, conditions: PressConditions = {}): AccessReply {
  const rule = { path: "permissions.rules[0]", line: 12, words: `role ${role} for group ${role} everywhere` };
  const policy: Policy = {
    rules: [{ ...rule, effect: "allow", verbs: new Set(ROLE_VERBS[role]), groups: [role] }],
  };
  const may = (verb: Verb): AccessAnswer => can(policy, person, verb, { target: "any", pipeline: "any" });
  return {
    person: { ...person, groups: [...person.groups] },
    provider: "demo",
    signedInAt: NOW,
    endsAt: NOW,
    rules: [{ effect: "allow", rule }],
    house: {
      "see-activity": canInHouse(policy, person, "see-activity"),
      "revoke-sessions": canInHouse(policy, person, "revoke-sessions"),
    },
    at: {
      verbs: {
        approve: may("approve"),
        reject: may("reject"),
        stop: may("stop"),
        abandon: may("abandon"),
        retry: may("retry"),
        rollback: may("rollback"),
        override: may("override"),
        "open-transition": may("open-transition"),
        "close-transition": may("close-transition"),
        release: may("release"),
      },
      stages: {},
      approvers: {},
      conditions,
    },
    now: NOW,
  };
}
