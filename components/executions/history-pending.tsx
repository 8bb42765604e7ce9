import { formatCount } from "@/lib/domain/count-words";

export interface HistoryPendingProps {
  /** New executions that wait to be shown. */
  came: number;
  /** And more that are not known yet. */
  more: boolean;
  /** Rows that no longer have the status asked for. */
  left: number;
  onShow: () => void;
}

/** What has changed since and waits to be asked for. It lies over the column names, at the bottom on phones. */
export function HistoryPending({ came, more, left, onShow }: HistoryPendingProps) {
  const words = [
    came > 0 ? `${formatCount(came)}${more ? " and more" : ""} new` : more ? "New executions" : "",
    left > 0 ? `${formatCount(left)} changed` : "",
  ].filter((each) => each !== "");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none max-lg:fixed max-lg:inset-x-0 max-lg:bottom-over-tabs max-lg:z-20 max-lg:flex max-lg:justify-center lg:absolute lg:top-0.5 lg:left-1/2 lg:-translate-x-1/2"
    >
      {words.length > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="num pointer-events-auto h-6 rounded-full border border-accent/40 bg-accent-tint px-2.5 text-secondary font-medium text-accent hover:border-accent max-lg:h-11 max-lg:px-5 max-lg:shadow-float"
        >
          {words.join(", ")}, show
        </button>
      )}
    </div>
  );
}
