"use client";

import { useSearchParams } from "next/navigation";
import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { PartFailureCard } from "@/components/ui/part-failure-card";
import { useTrackedReceipts } from "./tracked-receipts";

const receiptToast = onDemand(() => import("./receipt-toast").then(({ ReceiptToast }) => ReceiptToast));

/** Presses of this tab, at the lower edge of every page, beside the panel that holds buttons, until they are settled. The one in the URL has its own dialog. */
export function ReceiptToasts() {
  const ids = useTrackedReceipts();
  const hidden = useSearchParams().get("receipt");
  const { Part, coming, failed } = useOnDemand(receiptToast, ids.length > 0);
  const shown = ids.filter((id) => id !== hidden);
  return (
    <section
      aria-label="Presses"
      className="pointer-events-none fixed right-5 bottom-over-tabs xl:right-auto xl:left-5 z-40 flex w-[min(400px,calc(100vw-32px))] flex-col gap-2 max-sm:right-4"
    >
      {Part !== undefined && shown.map((id) => <Part key={id} id={id} />)}
      {failed && shown.length > 0 && (
        <PartFailureCard
          title="What became of your press cannot be shown"
          coming={coming}
          onRetry={receiptToast.ask}
        />
      )}
    </section>
  );
}
