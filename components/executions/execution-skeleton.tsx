import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const BARS = ["w-1/12", "ml-[8%] w-1/6", "ml-[24%] w-1/4", "ml-[48%] w-1/12", "ml-[56%] w-1/4"] as const;

/** The page's shape while it is first read. */
export function ExecutionSkeleton() {
  return (
    <div role="status" aria-label="Reading the execution" className="px-page py-2.5 max-sm:px-0">
      <div className="rounded-card border bg-surface xl:mr-[348px] max-sm:rounded-none max-sm:border-x-0">
        <span className="flex h-[38px] items-center px-4">
          <Skeleton className="h-4 w-64" />
        </span>
        {ROWS.map((row, index) => (
          <span
            key={row}
            className="grid h-[26px] grid-cols-[216px_1fr_72px] items-center border-t px-4 max-sm:h-[51px] max-sm:grid-cols-[110px_1fr_48px]"
          >
            <Skeleton className="h-3 w-24" />
            <Skeleton className={`h-3 ${BARS[index % BARS.length]}`} />
            <Skeleton className="h-3 w-full" />
          </span>
        ))}
      </div>
    </div>
  );
}
