import { exactInstant } from "@/lib/domain/instant-words";
import { shortInstant } from "@/lib/domain/short-instant";
import type { RevisionStop } from "@/lib/domain/where-is";

export interface RevisionTimesProps {
  stops: readonly RevisionStop[];
  /** `2026-11-21`, in UTC. */
  today: string;
}

/** When a revision was in each stage, where that is known: what ended there last. */
export function RevisionTimes({ stops, today }: RevisionTimesProps) {
  const known = stops.flatMap(({ stage, at }) => (at === undefined ? [] : [{ stage, at }]));
  if (known.length === 0) return null;
  return (
    <ul
      aria-label="When it was in each stage"
      className="num col-span-full flex flex-wrap gap-x-3 text-label text-ink-3 max-lg:order-last"
    >
      {known.map(({ stage, at }) => (
        <li key={stage} className="min-w-0 max-w-full truncate">
          <bdi>{stage}</bdi>{" "}
          <time dateTime={at} title={exactInstant(at)}>
            {shortInstant(at, today)}
          </time>
        </li>
      ))}
    </ul>
  );
}
