import { countInbox, tagOfCount } from "@/lib/server/reads/list-inbox";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/inbox/count: how much needs a person. */
export const GET = readRoute({ tagOf: tagOfCount }, async ({ person }) => countInbox(person));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
