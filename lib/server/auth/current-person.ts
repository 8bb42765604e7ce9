import "server-only";
import type { Person } from "@/lib/domain/person";
import { currentSession } from "./current-session";

/** Who is looking at the page being rendered, or null. For pages' layouts. */
export async function currentPerson(): Promise<Person | null> {
  const session = await currentSession();
  return session?.person ?? null;
}
