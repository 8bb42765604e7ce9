import clsx from "clsx";
import { useId } from "react";
import { useDrained } from "@/components/pipelines/drained";
import { Age } from "@/components/ui/age";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import { Ticket } from "@/components/ui/ticket";
import type { Stoppable } from "./stop-facts";

export interface StopChoiceProps {
  options: readonly Stoppable[];
  chosenId?: string;
  /** Pressed: the choice is made. */
  locked: boolean;
  onChoose: (executionId: string) => void;
}

/** Which of several executions is meant. */
export function StopChoice({ options, chosenId, locked, onChoose }: StopChoiceProps) {
  const name = useId();
  const drained = useDrained();
  return (
    <fieldset disabled={locked} className="min-w-0">
      <legend className="mb-1 text-secondary font-medium text-ink-2">Which execution</legend>
      <div className="max-h-64 overflow-y-auto rounded-control border max-sm:max-h-none">
        {options.map(({ execution, label }) => {
          const chosen = execution.id === chosenId;
          return (
            <label
              key={execution.id}
              className={clsx(
                "grid min-h-8 cursor-pointer grid-cols-[16px_minmax(54px,auto)_minmax(0,1fr)_auto] items-center gap-x-2.5 px-3 not-first:border-t max-sm:min-h-12 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent",
                chosen ? "bg-accent-tint" : "hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name={name}
                value={execution.id}
                checked={chosen}
                onChange={() => onChoose(execution.id)}
                className="size-4 accent-accent outline-none"
              />
              <span className="flex">
                <Ticket label={label} title={execution.id} />
              </span>
              <span className="truncate text-ink">
                {execution.revisions[0]?.summary ?? "No commit message"}
              </span>
              <span className="flex items-center gap-1.5 text-secondary text-ink-2">
                <StatusIcon
                  standing={execution.standing}
                  percent={execution.percentComplete}
                  drained={drained}
                  decorative
                />
                <span className="max-sm:sr-only">
                  {statusWord(execution.standing, { percent: execution.percentComplete, drained })}
                </span>
                {execution.startedAt !== undefined && <Age at={execution.startedAt} />}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
