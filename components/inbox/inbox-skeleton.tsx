import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The list before its first answer, at its final size. */
export function InboxSkeleton() {
  return (
    <div>
      <output className="sr-only">Reading what needs a person</output>
      <div aria-hidden className="flex h-group-head items-center border-b bg-sunken px-page max-sm:px-4">
        <Skeleton className="h-3 w-20" />
      </div>
      {ROWS.map((row) => (
        <div
          key={row}
          aria-hidden
          className="flex h-[73px] items-center gap-3.5 border-b bg-surface px-page max-sm:h-[141px] max-sm:px-4"
        >
          <Skeleton round className="size-[18px] self-start max-sm:mt-3 sm:mt-2" />
          <span className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-48" />
            <Skeleton className="h-3 w-64 max-w-full" />
            <Skeleton className="h-2.5 w-32" />
          </span>
          <Skeleton className="h-7 w-20 max-sm:h-11" />
        </div>
      ))}
    </div>
  );
}
