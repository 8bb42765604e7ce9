import { AccessQuery } from "@/lib/contract/access";
import { readAccess } from "@/lib/server/reads/read-access";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/access?target=&pipeline=&stage=: who is signed in, what they may press there, and why not. */
export const GET = readRoute({ query: AccessQuery }, async ({ session, query }) =>
  readAccess(session, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
