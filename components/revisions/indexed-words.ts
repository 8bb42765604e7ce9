import type { RevisionsReply } from "@/lib/contract/revisions";
import { countOf } from "@/lib/domain/count-words";

/** How much was looked through. */
export function indexedWords({ indexed }: Pick<RevisionsReply, "indexed">): string {
  const { known, of } = indexed;
  if (known >= of) return `Looked through every execution known of ${countOf(of, "pipeline")}.`;
  return `Older executions of ${of - known} of ${countOf(of, "pipeline")} are still being read from AWS, so this may be incomplete.`;
}
