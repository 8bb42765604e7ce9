import { RevisionsQuery } from "@/lib/contract/revisions";
import { findRevisions } from "@/lib/server/reads/find-revisions";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/revisions?q=: every pipeline and stage that a commit, a message or a ticket reached. */
export const GET = readRoute({ query: RevisionsQuery }, async ({ query, viewer }) =>
  findRevisions(viewer, query.q),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
