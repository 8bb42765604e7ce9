import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Receipt } from "@/lib/domain/receipt";
import type { useActivity } from "@/lib/queries/activity-queries";
import { ProblemError } from "@/lib/queries/fetch-json";
import { ActivityList } from "./activity-list";

const ROWS = Array.from({ length: 14 }, (_, index) => index);

export interface ActivityBodyProps {
  activity: ReturnType<typeof useActivity>;
  open?: Receipt;
  today: string;
  filtered: boolean;
  onOpen: (id: string | undefined) => void;
  onClear: () => void;
}

/** The list with what may stand in its place: nothing read yet, nothing there, nothing to be had. */
export function ActivityBody({ activity, open, today, filtered, onOpen, onClear }: ActivityBodyProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = activity;
  const receipts = data?.pages.flatMap(({ items }) => items);
  if (receipts === undefined && error !== null) {
    const told = error instanceof ProblemError ? error.problem : undefined;
    return (
      <EmptyState
        title={told?.title ?? "The presses could not be read"}
        code={told?.detail ?? error.message}
        actions={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        <p>No press is lost by that: every one was stored before it was sent.</p>
      </EmptyState>
    );
  }
  if (receipts?.length === 0 && open === undefined) {
    return (
      <EmptyState
        title={filtered ? "No press passes this filter" : "Nobody has pressed anything yet"}
        actions={filtered ? <Button onClick={onClear}>Clear the filter</Button> : undefined}
      >
        <p>{filtered ? "Take something out of it." : "Every press of a button will stand here, for good."}</p>
      </EmptyState>
    );
  }
  return (
    <div className="mx-page overflow-hidden rounded-card border bg-surface max-sm:mx-0 max-sm:rounded-none max-sm:border-x-0">
      {receipts === undefined ? (
        ROWS.map((row) => (
          <div key={row} aria-hidden className="flex h-8 items-center border-b px-3 max-lg:h-[76px]">
            <Skeleton className="h-3 w-2/3" />
          </div>
        ))
      ) : (
        <ActivityList receipts={receipts} today={today} open={open} onOpen={onOpen} />
      )}
      <div
        role="status"
        className="flex min-h-9 items-center gap-3 px-3 text-secondary text-ink-3 max-sm:px-4"
      >
        {receipts === undefined ? (
          "Reading the presses"
        ) : hasNextPage ? (
          <Button size="sm" onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? "Reading older presses…" : "Show older"}
          </Button>
        ) : (
          "That is all."
        )}
        {receipts !== undefined && error !== null && (
          <span className="text-bad">What is newer could not be read. It is tried again.</span>
        )}
      </div>
    </div>
  );
}
