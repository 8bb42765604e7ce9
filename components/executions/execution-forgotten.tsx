import { StatusBadge } from "@/components/ui/status-badge";
import type { TimelineStage } from "@/lib/domain/execution-detail";

/** What stands in place of the timeline of an execution that AWS no longer keeps: why, and how its stages stand. */
export function ExecutionForgotten({ stages }: { stages: readonly TimelineStage[] }) {
  const entered = stages.filter(({ standing }) => standing !== "NotYetRun");
  return (
    <section
      aria-label="Stages"
      className="rounded-card border bg-surface p-4 text-ink-2 max-sm:rounded-none max-sm:border-x-0"
    >
      <p>
        AWS no longer keeps what its actions did: it keeps an execution for 12 months, and drops them all with
        their pipeline. What is shown here was kept since.
      </p>
      {entered.length > 0 && (
        <ul className="flex flex-col gap-1 pt-3">
          {entered.map(({ name, standing }) => (
            <li key={name} className="flex min-w-0 items-center gap-3">
              <span className="min-w-0 truncate font-medium text-ink">{name}</span>
              <StatusBadge standing={standing} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
