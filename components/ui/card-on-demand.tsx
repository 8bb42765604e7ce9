"use client";

import { type OnDemand, useOnDemand } from "./on-demand";
import { PartFailureCard } from "./part-failure-card";

export interface CardOnDemandProps<Props extends object> {
  part: OnDemand<Props>;
  /** Goes to the part once it is here. */
  hand: Props;
  /** What is said when it does not come. */
  failure: string;
  onClose: () => void;
}

/** A dialog of a page that has no other: its code comes when it is asked for, and a card says when it does not. */
export function CardOnDemand<Props extends object>({
  part,
  hand,
  failure,
  onClose,
}: CardOnDemandProps<Props>) {
  const { Part, coming, failed } = useOnDemand(part);
  if (Part !== undefined) return <Part {...hand} />;
  return failed ? (
    <div className="fixed right-5 bottom-over-tabs z-40 w-[min(400px,calc(100vw-32px))]">
      <PartFailureCard title={failure} coming={coming} onRetry={part.ask} onClose={onClose} />
    </div>
  ) : null;
}
