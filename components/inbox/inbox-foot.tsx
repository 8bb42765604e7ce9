import type { Freshness } from "@/lib/domain/freshness";
import { InboxCompleteness } from "./inbox-completeness";
import { InboxNoticesButton } from "./inbox-notices-button";

const KEYS = [
  [["J", "K"], "move"],
  [["Enter"], "open"],
  [["A"], "decide"],
] as const;

/** Which keys there are, and whether that is all. */
export function InboxFoot({
  freshness,
  some,
  leftOut,
}: {
  freshness: Readonly<Record<string, Freshness>>;
  some: boolean;
  leftOut?: number;
}) {
  return (
    <footer className="flex flex-wrap items-center gap-x-6 gap-y-2 px-page py-3 max-sm:px-4">
      <span className="flex gap-5 text-secondary text-ink-3 max-sm:hidden" aria-hidden>
        {KEYS.map(([keys, words]) => (
          <span key={words} className="flex items-center gap-1.5">
            {keys.map((key) => (
              <kbd
                key={key}
                className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-[4px] border border-line-2 bg-surface px-1 font-sans text-label text-ink-2"
              >
                {key}
              </kbd>
            ))}
            {words}
          </span>
        ))}
      </span>
      <InboxNoticesButton />
      <span className="sm:ml-auto">
        {some && <InboxCompleteness freshness={freshness} some leftOut={leftOut} />}
      </span>
    </footer>
  );
}
