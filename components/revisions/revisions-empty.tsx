import { EmptyState } from "@/components/ui/empty-state";
import { Glyph } from "@/components/ui/glyph";
import type { RevisionsReply } from "@/lib/contract/revisions";
import { indexedWords } from "./indexed-words";

/** Nothing was asked yet, or nothing found: what may be pasted here. */
export function RevisionsEmpty({ q, reply }: { q: string; reply?: RevisionsReply }) {
  const title =
    reply !== undefined ? `Nothing carries “${q}”` : q === "" ? "Paste what you look for" : "Go on typing";
  return (
    <EmptyState icon={<Glyph name="search" size={18} />} title={title}>
      {reply !== undefined && <p>{indexedWords(reply)}</p>}
      <ul className="mt-2 list-disc pl-5 text-left">
        <li>a commit, whole or its first 4 characters and more: 7b09f1e</li>
        <li>a ticket that its message names: SHOP-123</li>
        <li>words of the message, a branch, or who wrote it</li>
        <li>the id of an execution</li>
      </ul>
    </EmptyState>
  );
}
