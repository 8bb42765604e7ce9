"use client";

import { Button } from "@/components/ui/button";
import { useTouched } from "@/components/ui/use-touched";
import { executionAddress } from "@/lib/domain/execution-address";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { OnTheLineRow } from "./on-the-line-row";
import { useHeldRows } from "./use-held-rows";

/** Executions that are not finished, newest first, and the last few that are. Rows stay put while they are read. */
export function OnTheLine({ state, dialogOpen }: { state: PipelineState; dialogOpen: boolean }) {
  const { touched, leave, handlers } = useTouched();
  const holds = touched || dialogOpen;
  const line = useHeldRows(state.onTheLine, state.finishedLast, holds);
  const held = new Set(line.rows.map((row) => row.id));
  const finished = useHeldRows(
    state.finishedLast.filter((row) => !held.has(row.id)),
    state.onTheLine,
    holds,
  );
  const show = () => {
    line.show();
    finished.show();
    leave();
  };
  const changed = line.changed;
  const href = (id: string) => executionAddress(state.row.target, state.row.name, id);
  return (
    <section
      aria-label="Executions"
      className="mx-page mb-page max-w-[1640px] overflow-hidden rounded-card border bg-surface max-sm:mx-0 max-sm:rounded-none max-sm:border-x-0"
      {...handlers}
    >
      <header className="flex min-h-9 items-center gap-2.5 px-3 max-sm:px-4">
        <h2 className="font-semibold text-ink">On the line</h2>
        <span className="num rounded-full bg-idle-tint px-1.5 text-label font-medium text-ink-2">
          {line.rows.length}
        </span>
        <span className="truncate text-secondary text-ink-3 max-sm:hidden">
          {line.rows.length === 0
            ? state.finishedLast.length === 0
              ? "nothing has run yet"
              : "every execution has finished"
            : "executions that are not finished, newest first"}
        </span>
        <span className="ml-auto" aria-live="polite">
          {changed > 0 && (
            <Button size="sm" onClick={show}>
              {changed} changed, show
            </Button>
          )}
        </span>
      </header>
      <ul>
        {line.rows.map((execution) => (
          <OnTheLineRow key={execution.id} execution={execution} href={href(execution.id)} />
        ))}
      </ul>
      {finished.rows.length > 0 && (
        <>
          <h3 className="border-t bg-sunken px-3 py-1 text-label text-ink-3 max-sm:px-4">Finished last</h3>
          <ul>
            {finished.rows.map((execution) => (
              <OnTheLineRow key={execution.id} execution={execution} href={href(execution.id)} finished />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
