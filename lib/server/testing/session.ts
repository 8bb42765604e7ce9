import "server-only";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import type { Person } from "@/lib/domain/person";
import type { Role } from "@/lib/domain/role";
import { SESSION_SECONDS, sealSession, sessionCookieName } from "../auth/session-cookie";
import { newId } from "../new-id";
import { startSession } from "../store/people-sessions";

/** A session really in the store, and the cookie that carries it. */
export interface TestSession {
  id: string;
  cookie: string;
}

/** Signs the demo person of a role in, past the sign-in page. */
export async function signInAs(role: Role, provider = "demo"): Promise<TestSession> {
  const person = DEMO_PEOPLE.find((known) => known.id === role);
  if (!person) throw new Error(`no demo person is ${role}`);
  return signInPerson(person, provider);
}

/** Signs anybody in, past the sign-in page. */
export async function signInPerson(person: Person, provider = "demo"): Promise<TestSession> {
  const id = newId();
  await startSession({ id, person, provider, seconds: SESSION_SECONDS });
  return { id, cookie: `${sessionCookieName()}=${await sealSession(id)}` };
}
