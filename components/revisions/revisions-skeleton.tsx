import { Skeleton } from "@/components/ui/skeleton";

/** Before the first answer. */
export function RevisionsSkeleton() {
  return (
    <div className="grid gap-3 px-page max-sm:px-4">
      <output className="sr-only">Looking</output>
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  );
}
