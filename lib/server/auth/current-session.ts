import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { type SignedIn, signedIn } from "./signed-in";

/** The session of who is looking at the page being rendered, or null; looked up once for each render. */
export const currentSession = cache(async (): Promise<SignedIn | null> => signedIn(await cookies()));
