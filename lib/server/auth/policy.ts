import "server-only";
import { mayPress, type Permission } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { ApiError } from "../errors";
import { log } from "../log";

/** Where a verb is to be pressed. */
export interface Place {
  target: string;
  pipeline: string;
  stage?: string;
}

/**
 * Whether a person may press a verb at a place. Today the role alone decides; every caller names the place,
 * so that rules for single pipelines and stages have one door to come in by.
 */
export function can(person: Person, verb: Verb, _place?: Place): Permission {
  return mayPress(person.role, verb);
}

/** Throws `auth.forbidden` with the reason in words, and logs the refusal. */
export function requireRole(person: Person, verb: Verb, requestId: string, place?: Place): void {
  const answer = can(person, verb, place);
  if (answer.allowed) return;
  log.info({ requestId, personId: person.id, role: person.role, verb, ...place }, "press denied");
  throw new ApiError("auth.forbidden", answer.why);
}
