import { Skeleton } from "@/components/ui/skeleton";

const BLOCKS = [1, 2, 3, 4];

/** The page's shape while it is first read: nothing for 400 ms, then still blocks of the final sizes. */
export function PipelineSkeleton() {
  return (
    <div role="status" aria-label="Reading the pipeline">
      <div className="grid grid-cols-4 gap-4 px-page pt-4 pb-5 max-sm:hidden">
        {BLOCKS.map((column) => (
          <div key={column} className="flex flex-col">
            <Skeleton className="my-0.5 h-4 w-20" />
            <span className="mt-1 flex h-6 items-center gap-1.5">
              <Skeleton className="size-6 !rounded-full" />
              <Skeleton className="h-0.5 flex-1" />
            </span>
            <Skeleton className="mt-1.5 h-4 w-28" />
            <span className="mt-3 flex flex-col gap-1.5 pl-[15px]">
              <Skeleton className="h-[46px] !rounded-control" />
              <Skeleton className="h-[46px] !rounded-control" />
            </span>
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-7 px-4 pt-4 sm:hidden">
        {BLOCKS.map((column) => (
          <span key={column} className="flex items-center gap-2.5">
            <Skeleton className="size-6 !rounded-full" />
            <Skeleton className="h-5 w-32" />
          </span>
        ))}
      </div>
      <div className="mx-page rounded-card border bg-surface max-sm:mt-8">
        <span className="flex h-9 items-center px-3">
          <Skeleton className="h-4 w-40" />
        </span>
        {BLOCKS.map((row) => (
          <span key={row} className="flex h-8 items-center gap-4 border-t px-3">
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="h-3.5 w-14" />
            <Skeleton className="h-3.5 flex-1" />
            <Skeleton className="h-3.5 w-14" />
          </span>
        ))}
      </div>
    </div>
  );
}
