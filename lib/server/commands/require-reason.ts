import "server-only";
import { type Place, rulePlace } from "@/lib/domain/permission";
import type { Verb } from "@/lib/domain/receipt";
import { conditionsAt } from "../auth/policy";
import { invalid } from "../http/parse";

/** Where a reason is required, throws `request.invalid` naming the field of the body that has none. */
export function requireReason({ verb, reason, ...place }: Place & { verb: Verb; reason?: string }): void {
  const { reasonRequired } = conditionsAt(place);
  if (!reasonRequired || /\S/.test(reason ?? "")) return;
  const field = verb === "approve" || verb === "reject" ? "body.summary" : "body.reason";
  throw invalid([{ field, message: `must say why: ${reasonRequired.words} (${rulePlace(reasonRequired)})` }]);
}
