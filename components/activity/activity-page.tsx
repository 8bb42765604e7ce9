"use client";

import { useMemo } from "react";
import { usePerson } from "@/components/layout/session-provider";
import { Segmented } from "@/components/ui/segmented";
import { useStepKeys } from "@/components/ui/use-step-keys";
import type { FirstReply } from "@/lib/contract/first-reply";
import { parseReceiptFilter, toReceiptQuery } from "@/lib/domain/receipt-filter";
import { activityQueries, useActivity } from "@/lib/queries/activity-queries";
import { asFirstPage, useFirstData } from "@/lib/queries/first-data";
import { useReceipt } from "@/lib/queries/receipt-queries";
import { useAtNow } from "@/lib/queries/server-now";
import { ActivityBody } from "./activity-body";
import { ActivityCsv } from "./activity-csv";
import { ActivityFilter } from "./activity-filter";
import { useActivityUrl } from "./activity-url";

const EVERYBODYS: Readonly<Record<string, string>> = {};

/** Every press of a button, by anyone, newest first. */
export function ActivityPage({ first }: { first: FirstReply | null }) {
  useFirstData([activityQueries.list(EVERYBODYS).queryKey, first, asFirstPage]);
  const { params, change } = useActivityUrl();
  useStepKeys();
  const person = usePerson();
  const { q = "", who, receipt } = params;
  const mine = who === "mine";
  const filter = useMemo(() => {
    const query = toReceiptQuery(parseReceiptFilter(q));
    return mine ? { ...query, person: person.id } : query;
  }, [q, mine, person.id]);
  const activity = useActivity(filter);
  const receipts = activity.data?.pages.flatMap(({ items }) => items);
  const asked = useReceipt(receipt);
  const open = receipt === undefined ? undefined : (asked.data ?? receipts?.find(({ id }) => id === receipt));
  const today = useAtNow((now) => new Date(now).toISOString().slice(0, 10));
  const count = receipts === undefined ? null : `${receipts.length}${activity.hasNextPage ? "+" : ""}`;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 px-page pt-4 pb-3 max-sm:px-4">
        <h1 className="text-page text-ink">Activity</h1>
        <p className="text-ink-2">every press of a button, by anyone, kept for good</p>
      </div>
      <div className="flex flex-wrap items-center gap-2.5 px-page pb-3 max-sm:px-4">
        <ActivityFilter q={q} count={count} onChange={(next) => change({ q: next })} />
        <Segmented
          label="Whose presses"
          size="filter"
          value={mine ? "mine" : "everyone"}
          options={[
            { value: "everyone", label: "Everyone" },
            { value: "mine", label: "Mine" },
          ]}
          onChange={(next) => change({ who: next === "mine" ? "mine" : undefined })}
        />
        <ActivityCsv filter={filter} />
      </div>
      <ActivityBody
        activity={activity}
        open={open ?? undefined}
        today={today}
        filtered={Object.keys(filter).length > 0}
        onOpen={(id) => change({ receipt: id })}
        onClear={() => change({ q: undefined, who: undefined })}
      />
    </>
  );
}
