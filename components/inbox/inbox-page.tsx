"use client";

import { useState } from "react";
import { useOverviewLayout } from "@/components/pipelines/overview-layout";
import { useMediaQuery } from "@/components/pipelines/use-media-query";
import { useTouched } from "@/components/ui/use-touched";
import type { FirstReply } from "@/lib/contract/first-reply";
import { useFirstData } from "@/lib/queries/first-data";
import { inboxQueries, useInbox } from "@/lib/queries/inbox-queries";
import { InboxAside } from "./inbox-aside";
import { InboxEmpty } from "./inbox-empty";
import { InboxError } from "./inbox-error";
import { InboxFoot } from "./inbox-foot";
import { InboxHeading } from "./inbox-heading";
import { useInboxKeys } from "./inbox-keys";
import { InboxList } from "./inbox-list";
import { InboxPending } from "./inbox-pending";
import { readInboxPlace } from "./inbox-place";
import { InboxSelected } from "./inbox-selected";
import { InboxSilence } from "./inbox-silence";
import { InboxSkeleton } from "./inbox-skeleton";
import { InboxTroubles } from "./inbox-troubles";
import { itemPresence } from "./item-presence";
import { useDecide } from "./use-decide";
import { useHeldSections } from "./use-held-sections";
import { useInboxList } from "./use-inbox-list";
import { useInboxParams } from "./use-inbox-params";
import { useLastSeen } from "./use-last-seen";

/** What needs a person, worst first, with the selected item beside it; below 1024 px that is a page of its own. */
export function InboxPage({ first }: { first: FirstReply | null }) {
  useFirstData([inboxQueries.list().queryKey, first]);
  const { data, error, refetch } = useInbox();
  const { params, change } = useInboxParams();
  const decide = useDecide(change);
  const shown = useInboxList(data, params);
  const layout = useOverviewLayout();
  const narrow = useMediaQuery("(max-width: 1023px)");
  const { touched, handlers } = useTouched();
  const dialogOpen = [params.review, params.press, params.receipt].some((each) => each !== undefined);
  const held = useHeldSections(shown.items, shown.sections, touched || dialogOpen);
  const order = held.sections.flatMap(({ ids }) => ids);

  const [begun, setBegun] = useState<string>();
  if (begun === undefined && order[0] !== undefined) setBegun(order[0]);
  const selected = params.item ?? (narrow ? undefined : begun);
  const item = useLastSeen(data?.items, selected);
  const place = readInboxPlace(selected);
  const presence = data === undefined ? "listed" : itemPresence(data, selected);
  const previewed = narrow && place !== undefined;

  useInboxKeys({
    move: (by: 1 | -1) => {
      const at = selected === undefined ? -1 : order.indexOf(selected);
      const next = order[at === -1 ? 0 : Math.max(0, Math.min(order.length - 1, at + by))];
      if (next === undefined || previewed) return;
      if (!narrow) change({ item: next }, { replace: true });
      focusRow(next);
    },
    open: () => {
      const focused = document.activeElement;
      const id = focused instanceof HTMLElement ? focused.dataset.row : undefined;
      change({ item: id }, { replace: !narrow });
      document.getElementById("inbox-aside")?.focus();
    },
    decide: () => {
      if (item !== undefined && presence !== "settled") decide(item);
    },
  });

  const others = data?.counts.all ?? 0;
  return (
    <div className="flex items-start">
      <div className={previewed ? "hidden" : "min-w-0 flex-1"}>
        <InboxHeading
          count={data === undefined ? undefined : shown.needed}
          params={params}
          targets={shown.targets}
          change={change}
          pending={<InboxPending count={held.changed} onShow={held.show} />}
        />
        {data !== undefined && (
          <>
            <InboxSilence repliedAt={data.now} why={error?.message} />
            <InboxTroubles freshness={data.freshness} />
          </>
        )}
        {data === undefined && error === null && <InboxSkeleton />}
        {data === undefined && error !== null && <InboxError error={error} onRetry={() => void refetch()} />}
        {data !== undefined && order.length === 0 && (
          <InboxEmpty
            others={others}
            narrowed={params.view !== "all" || params.target !== undefined}
            freshness={data.freshness}
            cut={shown.cut}
            onShowAll={() => change({ view: "all", target: undefined }, { replace: true })}
          />
        )}
        {data !== undefined && order.length > 0 && (
          <InboxList
            shown={shown}
            held={held}
            selected={selected}
            freshness={data.freshness}
            leftOut={data.leftOut}
            repliedAt={data.now}
            phoneRailPx={layout.mode === "card" ? layout.railWidth - 4 : undefined}
            handlers={handlers}
            onSelect={({ id }) => change({ item: id }, { replace: !narrow && params.item !== undefined })}
            onPress={decide}
          />
        )}
        {data !== undefined && (
          <InboxFoot freshness={data.freshness} some={order.length > 0} leftOut={data.leftOut} />
        )}
      </div>
      {place !== undefined && selected !== undefined && (
        <InboxAside narrow={narrow} onBack={() => change({ item: undefined })}>
          <InboxSelected
            key={selected}
            id={selected}
            place={place}
            item={item}
            presence={presence}
            params={params}
            change={change}
          />
        </InboxAside>
      )}
    </div>
  );
}

function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.focus();
  row?.closest("li")?.scrollIntoView({ block: "nearest" });
}
