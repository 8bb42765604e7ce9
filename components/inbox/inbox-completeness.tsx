"use client";

import { formatAge } from "@/lib/domain/age";
import { countOf } from "@/lib/domain/count-words";
import { elapsedMs } from "@/lib/domain/elapsed";
import type { Freshness } from "@/lib/domain/freshness";
import { nameList } from "@/lib/domain/name-list";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { useAtNow } from "@/lib/queries/server-now";

export interface InboxCompletenessProps {
  freshness: Readonly<Record<string, Freshness>>;
  /** Whether anything is listed above. */
  some: boolean;
  /** Items that the server left out. */
  leftOut?: number;
}

/** Whether that is all, and of which targets it may not be. */
export function InboxCompleteness({ freshness, some, leftOut }: InboxCompletenessProps) {
  const words = useAtNow((now) => completenessWords(freshness, now, some, leftOut));
  return <p className="text-secondary text-ink-3">{words}</p>;
}

/** The same at `now`, epoch ms: each target that is old, with its age. */
export function completenessWords(
  freshness: Readonly<Record<string, Freshness>>,
  now: number,
  some: boolean,
  leftOut = 0,
): string {
  const nothing = some ? "Nothing else needs a person" : "Nothing needs a person";
  const all = leftOut > 0 ? `${countOf(leftOut, "more item is", "more items are")} not listed` : nothing;
  const old = Object.entries(freshness).flatMap(([id, { kind, asOf }]) => {
    if (asOf === null) return [`${id} was not read yet`];
    const age = elapsedMs(asOf, now) ?? 0;
    const late = kind !== "live" && age >= STALE_AFTER_MS;
    return late ? [`${id} is ${formatAge(age)} old`] : [];
  });
  if (old.length > 0) return `${all} as far as is known. ${nameList(old)}, so this may be incomplete.`;
  const oldest = Math.max(
    0,
    ...Object.values(freshness).map(({ asOf }) => (asOf === null ? 0 : (elapsedMs(asOf, now) ?? 0))),
  );
  const rule = leftOut > 0 ? " What you may act on is listed first, then the worst." : "";
  return `${all}.${rule} Every target was read within ${formatAge(Math.max(1000, oldest))}.`;
}
