import { countOf } from "@/lib/domain/count-words";
import type { KnownTags } from "@/lib/queries/tag-queries";
import { deniedRole } from "./denied-role";

/** Why tags do not tell of every pipeline, or of none, a sentence a target. */
export function tagTroubles(tags: KnownTags | undefined, failed: boolean): string[] {
  if (tags === undefined) return failed ? ["Tags could not be read; they are asked for again."] : [];
  if (tags.lacking.length === 0 && tags.book.values.size === 0) return ["No pipeline has a tag."];
  return tags.lacking.map(({ target, unread, denied }) => {
    const count = countOf(unread, "pipeline");
    return denied === undefined
      ? `Tags of ${count} in ${target} are not read yet.`
      : `Tags of ${count} in ${target} cannot be read: ${deniedRole(denied.principal)} lacks ${denied.permission}.`;
  });
}
