"use client";

import { useSearchParams } from "next/navigation";
import { ReceiptToast } from "./receipt-toast";
import { useTrackedReceipts } from "./tracked-receipts";

/** Presses of this tab, at the lower right of every page, until they are settled. The one in the URL has its own dialog. */
export function ReceiptToasts() {
  const ids = useTrackedReceipts();
  const hidden = useSearchParams().get("receipt");
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
