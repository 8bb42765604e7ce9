import type { ReactNode } from "react";
import { Segmented } from "@/components/ui/segmented";
import { countOf } from "@/lib/domain/count-words";
import type { ChangeInboxParams, InboxParams } from "./use-inbox-params";

/** More targets than these would fill the line. */
const MOST_TARGETS = 5;

export interface InboxHeadingProps {
  /** How many are shown that call for a person; undefined until it is known. */
  count: number | undefined;
  params: InboxParams;
  /** Ids of the targets that any item is of. */
  targets: readonly string[];
  change: ChangeInboxParams;
  /** What waits to be shown. */
  pending: ReactNode;
}

/** How much there is, and which part of it is shown. */
export function InboxHeading({ count, params, targets, change, pending }: InboxHeadingProps) {
  const { view, target } = params;
  const things = count === undefined ? "" : `${countOf(count, "thing")} ${count === 1 ? "needs" : "need"}`;
  const options = [{ value: "", label: "All targets" }, ...targets.map((id) => ({ value: id, label: id }))];
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-b bg-canvas px-page py-2.5 max-sm:px-4">
      <h1 className="text-page text-ink">Inbox</h1>
      <p className="min-w-0 truncate text-ink-2" role="status">
        {things !== "" && `${things} ${view === "all" ? "a person" : "you"}, worst first`}
      </p>
      {pending}
      <span className="ml-auto flex flex-wrap items-center gap-2.5 max-sm:basis-full">
        <Segmented
          label="Whose"
          size="filter"
          value={view === "all" ? "all" : "mine"}
          options={[
            { value: "mine", label: "I may act" },
            { value: "all", label: "Everything" },
          ]}
          onChange={(next) => change({ view: next === "all" ? "all" : undefined }, { replace: true })}
        />
        {targets.length > 1 && targets.length <= MOST_TARGETS && (
          <span className="max-md:hidden">
            <Segmented
              label="Target"
              size="filter"
              value={target ?? ""}
              options={options}
              onChange={(next) => change({ target: next === "" ? undefined : next }, { replace: true })}
            />
          </span>
        )}
        {(targets.length > MOST_TARGETS || target !== undefined) && (
          <select
            aria-label="Target"
            value={target ?? ""}
            onChange={(event) =>
              change(
                { target: event.target.value === "" ? undefined : event.target.value },
                { replace: true },
              )
            }
            className={
              targets.length > MOST_TARGETS
                ? "h-7 rounded-control border border-line-2 bg-surface px-2 text-secondary text-ink max-sm:h-9"
                : "h-9 rounded-control border border-line-2 bg-surface px-2 text-secondary text-ink md:hidden"
            }
          >
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </span>
    </header>
  );
}
