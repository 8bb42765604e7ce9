import { Skeleton } from "@/components/ui/skeleton";
import { HISTORY_COLUMNS } from "./history-columns";

const ROWS = Array.from({ length: 16 }, (_, index) => index);
const WIDTHS = ["w-2/3", "w-1/2", "w-3/4", "w-2/5"] as const;

/** The history before its first answer, at its final size. */
export function HistorySkeleton() {
  return (
    <div className="mx-page rounded-card border bg-surface max-sm:mx-0 max-sm:rounded-none max-sm:border-x-0">
      <output className="sr-only">Reading the history</output>
      <div aria-hidden className="h-7 border-b max-lg:hidden" />
      {ROWS.map((row) => (
        <div
          key={row}
          aria-hidden
          className={`grid h-8 items-center border-b px-3 max-lg:flex max-lg:h-[88px] max-sm:px-4 ${HISTORY_COLUMNS}`}
        >
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 w-16" />
          <Skeleton className={`h-3 ${WIDTHS[row % WIDTHS.length]}`} />
          <span>
            <Skeleton className="h-0.5 w-40" />
          </span>
          <span className="max-xl:hidden">
            <Skeleton className="h-3 w-24" />
          </span>
          <span className="max-lg:hidden">
            <Skeleton className="ml-auto h-3 w-12" />
          </span>
          <span className="max-lg:hidden">
            <Skeleton className="ml-auto h-3 w-12" />
          </span>
        </div>
      ))}
    </div>
  );
}
