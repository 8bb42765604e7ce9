import { Button } from "./button";
import { PartFailure } from "./part-failure";

export interface PartFailureCardProps {
  title: string;
  /** It is being asked for once more. */
  coming: boolean;
  onRetry: () => void;
  onClose?: () => void;
}

/** A floating word about a part that did not arrive, with a way on. */
export function PartFailureCard({ title, coming, onRetry, onClose }: PartFailureCardProps) {
  return (
    <div className="pointer-events-auto flex flex-col items-start gap-2 rounded-card border bg-surface px-3 py-2.5 shadow-float">
      <h2 className="font-semibold">{title}</h2>
      <PartFailure />
      <span className="flex gap-2">
        <Button aria-busy={coming} onClick={onRetry}>
          Try again
        </Button>
        {onClose !== undefined && <Button onClick={onClose}>Close</Button>}
      </span>
    </div>
  );
}
