import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { countOf } from "@/lib/domain/count-words";
import type { Freshness } from "@/lib/domain/freshness";
import { InboxCompleteness } from "./inbox-completeness";

export interface InboxEmptyProps {
  /** What there is for others, or in other targets. */
  others: number;
  narrowed: boolean;
  freshness: Readonly<Record<string, Freshness>>;
  /** Some of what is asked for may be among what the server left out. */
  cut: boolean;
  onShowAll: () => void;
}

/** Nothing to do, and how sure that is. */
export function InboxEmpty({ others, narrowed, freshness, cut, onShowAll }: InboxEmptyProps) {
  if (cut)
    return (
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        title="Nothing of it is listed"
        actions={<Button onClick={onShowAll}>Show everything ({others})</Button>}
      >
        <p>The inbox has more than is listed, so something here may need a person all the same.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<StatusIcon standing="Succeeded" size={18} decorative />}
      title={narrowed && others > 0 ? "Nothing here needs you" : "Nothing needs a person"}
      actions={
        narrowed && others > 0 ? <Button onClick={onShowAll}>Show everything ({others})</Button> : undefined
      }
    >
      {narrowed && others > 0 ? (
        <p>
          {countOf(others, "thing")} {others === 1 ? "waits" : "wait"} for somebody who may act on it.
        </p>
      ) : (
        <InboxCompleteness freshness={freshness} some={false} />
      )}
    </EmptyState>
  );
}
