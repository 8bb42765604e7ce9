import { Skeleton } from "@/components/ui/skeleton";

const STAGES = ["one", "two", "three"];

/** The declaration before its first answer, at about its size. */
export function StructureSkeleton() {
  return (
    <div
      role="status"
      aria-label="Reading the declaration"
      className="flex flex-col gap-2.5 px-page py-3 max-sm:px-4"
    >
      <Skeleton className="h-7 w-80" />
      {STAGES.map((stage) => (
        <div key={stage} className="flex flex-col gap-3 rounded-card border bg-surface px-4 py-3">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-14 w-full" />
          <Skeleton className="h-14 w-full" />
        </div>
      ))}
    </div>
  );
}
