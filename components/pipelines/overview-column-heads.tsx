import clsx from "clsx";
import type { OverviewLayout } from "./overview-layout";

/** Names of the columns, where there is more than one line of them. */
export function OverviewColumnHeads({ mode }: { mode: OverviewLayout["mode"] }) {
  return (
    <div
      aria-hidden
      className={clsx(
        "grid h-7 items-center gap-x-3 px-page text-label text-ink-3 max-lg:hidden",
        mode === "wide"
          ? "grid-cols-[128px_232px_468px_minmax(0,1fr)_64px]"
          : "grid-cols-[128px_200px_340px_minmax(0,1fr)_56px]",
      )}
    >
      <span>Status</span>
      <span>Pipeline</span>
      <span className="flex justify-between">
        Line, first stage <span className={mode === "wide" ? "w-[79px]" : "w-[72px]"}>Last stage</span>
      </span>
      <span className="truncate">What it waits for, why it stopped, or what is live</span>
      <span className="text-right">Changed</span>
    </div>
  );
}
