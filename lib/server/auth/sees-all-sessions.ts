import "server-only";
import type { Person } from "@/lib/domain/person";

/** Whether a person may see and end everybody's sessions: who administers this Pipedeck. */
export function seesAllSessions(person: Person): boolean {
  return person.role === "admin";
}
