"use client";

import { Button } from "./button";
import { Dialog } from "./dialog";
import { type OnDemand, useOnDemand } from "./on-demand";
import { PartFailure } from "./part-failure";
import { Skeleton } from "./skeleton";
import { useLate } from "./use-late";

/** What comes sooner opens without a stand-in before it. */
const WAIT_MS = 150;

export interface DialogOnDemandProps<Props extends object> {
  part: OnDemand<Props>;
  /** Goes to the dialog once it is here. */
  hand: Props;
  onClose: () => void;
}

/** A dialog whose code comes when it is first opened: a waiting one before, and words and a way on when it does not come. */
export function DialogOnDemand<Props extends object>({ part, hand, onClose }: DialogOnDemandProps<Props>) {
  const { Part, coming, failed } = useOnDemand(part);
  const late = useLate(WAIT_MS);
  if (Part !== undefined) return <Part {...hand} />;
  if (!failed && !late) return null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={failed ? "This could not be loaded" : "Loading"}
      footer={
        failed && (
          <>
            <Button size="lg" onClick={onClose}>
              Close
            </Button>
            <Button size="lg" onClick={() => window.location.reload()}>
              Reload the page
            </Button>
            <Button size="lg" variant="primary" aria-busy={coming} onClick={part.ask}>
              Try again
            </Button>
          </>
        )
      }
    >
      {failed ? <PartFailure /> : <Skeleton className="my-2 h-40 w-full" />}
    </Dialog>
  );
}
