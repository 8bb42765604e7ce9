"use client";

import clsx from "clsx";
import type { Freshness } from "@/lib/domain/freshness";
import { exactInstant } from "@/lib/domain/instant-words";
import { useAllAtNow } from "@/lib/queries/server-now";
import { freshnessWords } from "./freshness-words";
import { Glyph } from "./glyph";
import { Pill } from "./pill";

/** Age of the data of one target, in words that count once a second. `brief` leaves the seconds out; phones leave out what a banner says anyway. */
export function FreshnessChip({
  freshness,
  brief = false,
  rests = false,
}: {
  freshness: Freshness;
  brief?: boolean;
  /** Of something that has ended. */
  rests?: boolean;
}) {
  const { tone, glyph, words } = useAllAtNow((now) => freshnessWords(freshness, now, { brief, rests }));
  const [kind, ...rest] = words.split(", ");
  const shortens = freshness.kind === "throttled" || freshness.kind === "unreachable";
  const seen = freshness.asOf === null ? "Never read" : `Read at ${exactInstant(freshness.asOf)}`;
  return (
    <Pill tone={tone} title={seen}>
      {glyph === null ? (
        <span aria-hidden className="size-2 shrink-0 rounded-full bg-good-fill" />
      ) : (
        <Glyph name={glyph} size={12} />
      )}
      <span className={clsx("num", !brief && tone === "live" && "min-w-[5.4ch] text-left")}>
        {kind}
        {rest.length > 0 && (
          <span className={shortens ? "max-sm:hidden" : undefined}>, {rest.join(", ")}</span>
        )}
      </span>
    </Pill>
  );
}
