"use client";

import { useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { PartFailure } from "@/components/ui/part-failure";
import { useTrackedReceipts } from "./tracked-receipts";

const receiptToast = onDemand(() => import("./receipt-toast").then(({ ReceiptToast }) => ReceiptToast));

/** Presses of this tab, at the lower right of every page, until they are settled. The one in the URL has its own dialog. */
export function ReceiptToasts() {
  const ids = useTrackedReceipts();
  const hidden = useSearchParams().get("receipt");
  const { Part, coming, failed } = useOnDemand(receiptToast, ids.length > 0);
  const shown = ids.filter((id) => id !== hidden);
  return (
    <section
      aria-label="Presses"
      className="pointer-events-none fixed right-5 bottom-5 z-40 flex w-[min(400px,calc(100vw-32px))] flex-col gap-2 max-sm:right-4 max-sm:bottom-4"
    >
      {Part !== undefined && shown.map((id) => <Part key={id} id={id} />)}
      {failed && shown.length > 0 && (
        <div className="pointer-events-auto flex flex-col items-start gap-2 rounded-card border bg-surface px-3 py-2.5 shadow-float">
          <h2 className="font-semibold">What became of your press cannot be shown</h2>
          <PartFailure />
          <Button aria-busy={coming} onClick={receiptToast.ask}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}
