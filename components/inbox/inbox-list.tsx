import type { useTouched } from "@/components/ui/use-touched";
import type { InboxItem } from "@/lib/contract/inbox";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { isRowDrained } from "@/lib/domain/is-row-drained";
import { useAtNow } from "@/lib/queries/server-now";
import { InboxRow } from "./inbox-row";
import { GROUP_WORDS } from "./inbox-sections";
import type { HeldSections } from "./use-held-sections";
import type { InboxShown } from "./use-inbox-list";
import { inboxAddress } from "./use-inbox-params";

export interface InboxListProps {
  shown: InboxShown;
  held: HeldSections;
  selected: string | undefined;
  freshness: Readonly<Record<string, Freshness>>;
  /** Items that the server left out: what is no longer listed may be one of them. */
  leftOut?: number;
  /** When our own server last answered. */
  repliedAt: Instant;
  phoneRailPx?: number;
  handlers: ReturnType<typeof useTouched>["handlers"];
  onSelect: (item: InboxItem) => void;
  onPress: (item: InboxItem) => void;
}

/** The items under their heads, worst first. */
export function InboxList(props: InboxListProps) {
  const { shown, held, selected, freshness, leftOut = 0, repliedAt, phoneRailPx } = props;
  const { handlers, onSelect, onPress } = props;
  const live = new Set(shown.items.map(({ id }) => id));
  const rows = held.sections.flatMap(({ ids }) => ids.flatMap((id) => held.itemOf(id) ?? []));
  const drained = useAtNow((now) =>
    rows
      .filter((item) => {
        const row = shown.rowOf(item) ?? { asOf: null };
        return now !== 0 && isRowDrained(row, { freshness: freshness[item.target], repliedAt }, now);
      })
      .map(({ id }) => id)
      .join("\n"),
  );
  const old = new Set(drained.split("\n"));
  return (
    <section aria-label="What needs a person" {...handlers}>
      {held.sections.map(({ group, ids }) => (
        <div key={group}>
          <h2 className="flex h-group-head items-center gap-2 border-b bg-sunken px-page text-secondary font-semibold text-ink max-sm:px-4">
            {GROUP_WORDS[group]}
            <span className="num grid h-[18px] min-w-[18px] place-items-center rounded-full bg-surface px-1 text-label font-semibold text-ink-2">
              {ids.length}
            </span>
          </h2>
          <ul>
            {ids.map((id) => {
              const item = held.itemOf(id);
              return item === undefined ? null : (
                <InboxRow
                  key={id}
                  item={item}
                  row={shown.rowOf(item)}
                  href={inboxAddress({ item: id })}
                  selected={id === selected}
                  settled={leftOut === 0 && !live.has(id)}
                  drained={old.has(id)}
                  phoneRailPx={phoneRailPx}
                  onSelect={() => onSelect(item)}
                  onPress={() => onPress(item)}
                />
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
