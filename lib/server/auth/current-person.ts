import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { Person } from "@/lib/domain/person";
import { signedIn } from "./signed-in";

/** Who is looking at the page being rendered, or null; looked up once for each render. For pages' layouts. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const session = await signedIn(await cookies());
  return session?.person ?? null;
});
