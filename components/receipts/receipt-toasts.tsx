"use client";

import { ReceiptToast } from "./receipt-toast";
import { useTrackedReceipts } from "./tracked-receipts";

/** Presses of this tab, at the lower right, until they are settled. `hidden` is shown elsewhere on the page already. */
export function ReceiptToasts({ hidden }: { hidden?: string }) {
  const ids = useTrackedReceipts();
  return (
    <section
      aria-label="Presses"
      className="pointer-events-none fixed right-5 bottom-5 z-40 flex w-[min(400px,calc(100vw-32px))] flex-col gap-2 max-sm:right-4 max-sm:bottom-4"
    >
      {ids
        .filter((id) => id !== hidden)
        .map((id) => (
          <ReceiptToast key={id} id={id} />
        ))}
    </section>
  );
}
