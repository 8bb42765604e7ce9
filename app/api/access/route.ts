import { readAccess } from "@/lib/server/reads/read-access";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/access: who is signed in, what they may press, and why not. */
export const GET = readRoute({}, async ({ session }) => readAccess(session));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
