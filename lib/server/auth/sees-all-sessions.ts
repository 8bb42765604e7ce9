import "server-only";
import type { Person } from "@/lib/domain/person";
import { mayDoInHouse } from "./policy";

/** Whether a person may see and end everybody's sessions, as the rules say. */
export function seesAllSessions(person: Person): boolean {
  return mayDoInHouse(person, "revoke-sessions").allowed;
}
