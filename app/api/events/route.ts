import { HouseEventQuery } from "@/lib/contract/house-event";
import { readEvents } from "@/lib/server/reads/read-events";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/events: sign-ins, denied attempts and configuration loads, newest first; ?cursor= */
export const GET = readRoute({ query: HouseEventQuery }, async ({ query, person, viewer }) =>
  readEvents({ person, viewer }, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
