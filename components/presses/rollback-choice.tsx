import clsx from "clsx";
import { useId } from "react";
import { Age } from "@/components/ui/age";
import { Button } from "@/components/ui/button";
import { Ticket } from "@/components/ui/ticket";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";

export interface RollbackChoiceProps {
  targets: readonly ExecutionSummary[];
  chosenId?: string;
  hasMore: boolean;
  isReading: boolean;
  onChoose: (executionId: string) => void;
  onMore: () => void;
}

/** Which earlier execution a stage goes back to. */
export function RollbackChoice({
  targets,
  chosenId,
  hasMore,
  isReading,
  onChoose,
  onMore,
}: RollbackChoiceProps) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-secondary font-medium text-ink-2">Back to</legend>
      <div className="max-h-44 overflow-y-auto rounded-control border max-sm:max-h-64">
        {targets.map((target) => (
          <label
            key={target.id}
            className={clsx(
              "grid min-h-8 cursor-pointer grid-cols-[16px_minmax(54px,auto)_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 not-first:border-t max-sm:min-h-12 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
              target.id === chosenId ? "bg-accent-tint" : "hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={name}
              value={target.id}
              checked={target.id === chosenId}
              onChange={() => onChoose(target.id)}
              className="size-4 accent-accent outline-none"
            />
            <span className="flex">
              <Ticket label={executionLabel(target.id, target.revisions)} title={target.id} />
            </span>
            <span className="truncate text-ink">{target.revisions[0]?.summary ?? "No commit message"}</span>
            <span className="text-secondary text-ink-2">
              {target.startedAt !== undefined && <Age at={target.startedAt} ago />}
            </span>
          </label>
        ))}
        {hasMore && (
          <div className="flex justify-center border-t p-1">
            <Button size="sm" variant="quiet" aria-busy={isReading} onClick={onMore}>
              Older ones
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}
