"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { FirstReply } from "@/lib/contract/first-reply";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import { ProblemError } from "@/lib/queries/fetch-json";
import { useOverviewChanges } from "./overview-changes";
import { OverviewColumnHeads } from "./overview-column-heads";
import { useOverviewCounts } from "./overview-counts";
import { useOverviewData } from "./overview-data";
import { OverviewEmpty } from "./overview-empty";
import { OverviewError } from "./overview-error";
import { OverviewFilterBox } from "./overview-filter-box";
import { OverviewGrouping } from "./overview-grouping";
import { overviewLines } from "./overview-groups";
import { useOverviewKeys } from "./overview-keys";
import { useOverviewLayout } from "./overview-layout";
import { OverviewLine } from "./overview-line";
import { OverviewList, type OverviewListHandle } from "./overview-list";
import { OverviewLost } from "./overview-lost";
import { useOverviewOrder } from "./overview-order";
import { OverviewPending } from "./overview-pending";
import { useOverviewRows } from "./overview-rows";
import { OverviewSkeleton } from "./overview-skeleton";
import { useOverviewUrl } from "./overview-url";
import { OverviewWhy } from "./overview-why";
import { useOverviewGrouping } from "./use-overview-grouping";

/** Top bar, filter and column names, which stay at the top of the window. */
const COVERED_PX = { wide: 131, medium: 131, "two-line": 104, card: 52 } as const;

/** Every pipeline of every target in one list; `first` is what the page came with. */
export function Overview({ first }: { first: FirstReply | null }) {
  const data = useOverviewData(first);
  const url = useOverviewUrl();
  const layout = useOverviewLayout();
  const [shows, setShows] = useState(0);
  const filterInput = useRef<HTMLInputElement>(null);
  const list = useRef<OverviewListHandle>(null);

  const { rows, targets } = data;
  const asked = `${url.group} ${url.q}`;
  const targetIds = targets.map(({ id }) => id).join("\n");
  const filter = useMemo(() => parseFilter(url.q), [url.q]);
  const grouped = useOverviewGrouping(url.group, filter, targetIds);
  const { groups, tagKey, book, aboutTags } = grouped;
  const byTarget = url.group === "target";
  const { index, wanted } = useOverviewRows(rows, filter, groups, book);
  const changed = useOverviewChanges(index);
  const { held, show } = useOverviewOrder(index, wanted, `${asked} ${aboutTags ? grouped.known : ""}`);
  const counts = useOverviewCounts(held, grouped.counted);
  const inTrouble = targets
    .map(({ id }) => id)
    .filter((id) => ["throttled", "unreachable", "denied"].includes(data.freshnessOf(id)?.kind ?? ""))
    .join("\n");
  const troubled = useMemo(() => new Set(inTrouble.split("\n").filter(Boolean)), [inTrouble]);
  const lines = useMemo(
    () =>
      overviewLines({
        keys: held.keys,
        groups,
        byTarget,
        folded: url.folded,
        troubled,
        keepEmpty: byTarget && url.q === "",
      }),
    [held.keys, groups, byTarget, url.folded, troubled, url.q],
  );

  const [why, setWhy] = useState<HTMLElement | null>(null);
  useOverviewKeys({
    filter: () => filterInput.current?.focus(),
    move: (by) => list.current?.move(by),
    why: () =>
      setWhy(
        document.activeElement?.closest("[data-line]")?.querySelector<HTMLElement>("[data-why]") ?? null,
      ),
  });

  const [reached, setReached] = useState(asked);
  useEffect(() => {
    if (asked === reached) return;
    setReached(asked);
    window.scrollTo({ top: 0 });
  }, [asked, reached]);

  const empty = data.state === "ready" && held.keys.length === 0;
  return (
    <>
      <h1 className="sr-only">Overview</h1>
      <div className="bg-canvas pt-2.5 sm:sticky sm:top-bar sm:z-10 sm:border-b">
        <div className="flex items-center gap-2.5 px-page max-sm:px-4 max-sm:pb-2.5 max-lg:pb-2">
          <OverviewFilterBox
            q={url.q}
            onChange={(q) => url.change({ q })}
            rows={rows}
            aboutTags={aboutTags}
            count={data.state === "ready" ? { shown: held.keys.length, total: rows.length } : null}
            inputRef={filterInput}
            onLeave={() => list.current?.first()}
          />
          <div className="max-sm:hidden">
            <OverviewGrouping
              group={url.group}
              tagKey={tagKey}
              tags={book}
              onChange={(group) => url.change({ group })}
            />
          </div>
        </div>
        <OverviewColumnHeads mode={layout.mode} />
        <OverviewPending
          count={held.pending}
          onShow={() => {
            setShows(shows + 1);
            show();
          }}
        />
        {data.state === "ready" && data.silence !== "none" && data.repliedAt !== undefined && (
          <OverviewLost
            repliedAt={data.repliedAt}
            stale={data.silence === "stale"}
            why={data.error === null ? null : titleOf(data.error)}
          />
        )}
      </div>
      {data.state === "loading" && <OverviewSkeleton />}
      {data.state === "failed" && data.error !== null && (
        <OverviewError error={data.error} onRetry={data.retry} />
      )}
      {data.state === "ready" && (
        <OverviewList
          ref={list}
          lines={lines}
          layout={layout}
          coveredPx={COVERED_PX[layout.mode]}
          question={`${shows} ${asked}`}
          render={(item) => (
            <OverviewLine
              item={item}
              held={held}
              groups={counts}
              data={data}
              layout={layout}
              changed={changed}
              byTarget={byTarget}
              tagKey={groups === null ? undefined : tagKey}
              folded={url.folded}
              onFold={(fold) => url.change({ fold })}
            />
          )}
        />
      )}
      {empty && (
        <OverviewEmpty
          targets={targets.length}
          rows={rows}
          freshnessOf={data.freshnessOf}
          repliedAt={data.repliedAt ?? ""}
          unread={targets.filter((target) => target.pipelines === null).length}
          q={url.q}
          onClear={() => url.change({ q: "" })}
        />
      )}
      <OverviewWhy anchor={why} onAnchor={setWhy} />
    </>
  );
}

function titleOf(error: Error): string {
  return error instanceof ProblemError ? error.problem.title : error.message;
}
