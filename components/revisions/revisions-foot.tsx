import type { RevisionsReply } from "@/lib/contract/revisions";
import { indexedWords } from "./indexed-words";

/** Under what was found: whether that is all. */
export function RevisionsFoot({ reply }: { reply: RevisionsReply }) {
  return (
    <p role="status" className="text-secondary text-ink-3 max-sm:px-4">
      {reply.more && "Only the newest are shown: more words find less. "}
      {indexedWords(reply)}
    </p>
  );
}
