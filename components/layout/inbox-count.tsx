"use client";

import { useInboxCount } from "@/lib/queries/inbox-queries";
import { countWords } from "./inbox-count-words";

/** How many things need this person, beside the name of the inbox; nothing when none does, or it is not known. */
export function InboxCount() {
  const count = useInboxCount();
  if (count === undefined || count === 0) return null;
  return (
    <span className="num grid h-4 min-w-4 place-items-center rounded-full bg-bad-fill px-1 text-label/4 font-semibold text-on-fill">
      <span aria-hidden>{countWords(count)}</span>
      <span className="sr-only">, {count} for you</span>
    </span>
  );
}
