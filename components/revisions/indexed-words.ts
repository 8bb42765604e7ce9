import type { RevisionsReply } from "@/lib/contract/revisions";
import { countOf } from "@/lib/domain/count-words";

/** How much was looked through. */
export function indexedWords({ indexed }: Pick<RevisionsReply, "indexed">): string {
  const { known, of, unread } = indexed;
  if (known >= of) {
    const looked = `Looked through every execution known of ${countOf(of, "pipeline")}.`;
    return unread ? `${looked} Who made some of them has not been read yet.` : looked;
  }
  return `Older executions of ${of - known} of ${countOf(of, "pipeline")} are still being read from AWS, so this may be incomplete.`;
}
