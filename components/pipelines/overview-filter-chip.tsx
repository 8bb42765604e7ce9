import { Glyph } from "@/components/ui/glyph";
import { parseFilter } from "@/lib/domain/pipeline-filter";

/** One finished token of the filter: `status failed`, with its way out. */
export function OverviewFilterChip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const [token] = parseFilter(text).terms;
  if (token?.kind !== "token") return null;
  return (
    <span className="inline-flex h-[22px] max-w-full min-w-0 shrink-0 items-center gap-1 rounded-badge bg-idle-tint pl-1.5 text-secondary max-sm:h-7">
      <span className="shrink-0 text-ink-3">
        {token.negated && "not "}
        {token.key}
      </span>
      <span className="truncate font-medium text-ink" dir="auto">
        {token.values.join(", ")}
      </span>
      <button
        type="button"
        aria-label={`Remove ${text}`}
        onClick={onRemove}
        className="grid h-full w-[22px] shrink-0 place-items-center rounded-r-badge text-ink-3 hover:bg-line hover:text-ink max-sm:w-8"
      >
        <Glyph name="close" size={10} />
      </button>
    </span>
  );
}
