import { StagePath } from "@/lib/contract/path";
import { ShipsQuery } from "@/lib/contract/ships";
import { getShips } from "@/lib/server/reads/get-ships";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/stages/{stage}/ships?executionId= or ?rollbackTo=: what would ship, or be taken away. */
export const GET = readRoute({ params: StagePath, query: ShipsQuery }, async ({ params, query, ...who }) =>
  getShips(who, params, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
