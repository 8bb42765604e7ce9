import { listInbox, tagOfInbox } from "@/lib/server/reads/list-inbox";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/inbox: what needs a person, worst first, in all pipelines one may see. */
export const GET = readRoute({ tagOf: tagOfInbox }, async ({ person }) => listInbox(person));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
