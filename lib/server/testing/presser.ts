import "server-only";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import type { Role } from "@/lib/domain/role";
import type { Presser } from "../commands/press";
import { newId } from "../new-id";

/** The demo person of a role about to press under a fresh key, or the key given. */
export function presser(role: Role, idempotencyKey: string = newId()): Presser {
  const person = DEMO_PEOPLE.find((known) => known.id === role);
  if (!person) throw new Error(`no demo person is ${role}`);
  return { person, sessionId: newId(), idempotencyKey, requestId: newId() };
}
