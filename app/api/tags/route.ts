import { listTags } from "@/lib/server/reads/list-tags";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/tags: the tags of every pipeline one may see, as far as they were read. */
export const GET = readRoute({}, async ({ viewer }) => listTags(viewer));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
