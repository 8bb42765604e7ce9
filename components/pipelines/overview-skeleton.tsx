import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 18 }, (_, index) => index);
const WIDTHS = ["w-28", "w-36", "w-24", "w-32", "w-20", "w-30"] as const;

/** The list before its first answer, at its final size: nothing for 400 ms, then still grey. */
export function OverviewSkeleton() {
  return (
    <div>
      <output className="sr-only">Reading pipelines</output>
      <div
        aria-hidden
        className="flex h-group-head items-center gap-3 border-b bg-sunken px-page max-sm:px-4"
      >
        <Skeleton className="h-3 w-16" />
        <Skeleton className="h-3 w-28" />
      </div>
      {ROWS.map((row) => (
        <div
          key={row}
          aria-hidden
          className="flex h-row items-center gap-3 border-b bg-surface px-page max-lg:h-12 max-sm:h-[82px] max-sm:px-4"
        >
          <span className="flex w-[128px] items-center gap-2 max-sm:w-auto">
            <Skeleton round className="size-3.5" />
            <Skeleton className="h-3 w-16 max-sm:hidden" />
          </span>
          <span className="w-[232px] max-sm:flex-1">
            <Skeleton className={`h-3 ${WIDTHS[row % WIDTHS.length]}`} />
          </span>
          <span className="flex w-[468px] items-center max-xl:w-[260px] max-sm:hidden">
            <Skeleton round className="size-3.5 shrink-0" />
            <Skeleton className="h-0.5 flex-1" />
            <Skeleton round className="size-3.5 shrink-0" />
            <Skeleton className="h-0.5 flex-1" />
            <Skeleton round className="size-3.5 shrink-0" />
            <Skeleton className="ml-1 h-4 w-[53px] shrink-0" />
          </span>
          <Skeleton className="h-3 w-12 sm:ml-auto" />
        </div>
      ))}
    </div>
  );
}
