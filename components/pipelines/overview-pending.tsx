import { formatCount } from "@/lib/domain/count-words";

/** The new order that waits to be asked for. It covers nothing that is read: over the column names, or at the bottom on phones. */
export function OverviewPending({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div
      aria-live="polite"
      className="pointer-events-none max-sm:fixed max-sm:inset-x-0 max-sm:bottom-over-tabs max-sm:z-20 max-sm:flex max-sm:justify-center sm:absolute sm:right-[96px] sm:bottom-0.5"
    >
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="num pointer-events-auto h-6 rounded-full border border-accent/40 bg-accent-tint px-2.5 text-secondary font-medium text-accent hover:border-accent max-sm:h-11 max-sm:px-5 max-sm:shadow-float"
        >
          {formatCount(count)} changed, show
        </button>
      )}
    </div>
  );
}
