"use client";

import { Button } from "./button";
import { type OnDemand, useOnDemand } from "./on-demand";
import { PartFailure } from "./part-failure";
import { Skeleton } from "./skeleton";

export interface InlineOnDemandProps<Props extends object> {
  part: OnDemand<Props>;
  /** Goes to the part once it is here. */
  hand: Props;
}

/** The body of a panel whose code comes when it is first shown: grey lines before, and words and a way on when it does not come. */
export function InlineOnDemand<Props extends object>({ part, hand }: InlineOnDemandProps<Props>) {
  const { Part, coming, failed } = useOnDemand(part);
  if (Part !== undefined) return <Part {...hand} />;
  return (
    <div className="flex flex-col items-start gap-3 border-t px-4 py-3">
      {failed ? (
        <>
          <PartFailure />
          <Button aria-busy={coming} onClick={part.ask}>
            Try again
          </Button>
        </>
      ) : (
        <>
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-28 w-full" />
          <Skeleton className="h-40 w-full" />
        </>
      )}
    </div>
  );
}
