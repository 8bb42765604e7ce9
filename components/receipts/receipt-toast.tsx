"use client";

import { useEffect } from "react";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { useReceipt } from "@/lib/queries/receipt-queries";
import { ReceiptStarted } from "./receipt-started";
import { MARK_STANDING } from "./receipt-steps";
import { receiptView } from "./receipt-view";
import { untrackReceipt } from "./tracked-receipts";
import { useReceiptEffect } from "./use-receipt-effect";
import { VERB_WORDS } from "./verb-words";

const STAYS_MS = 5000;
/** A press that has no receipt after this long never arrived. */
const ARRIVES_WITHIN_MS = 20_000;

/** One press as a toast: goes 5 s after its effect was seen; refusals and what is not known stay until closed. */
export function ReceiptToast({ id }: { id: string }) {
  const { data: receipt } = useReceipt(id);
  const { effect, subject } = useReceiptEffect(receipt ?? undefined);
  const view = receipt === null || receipt === undefined ? undefined : receiptView(receipt, subject, effect);
  const missing = receipt === null;
  const goes = view?.settled === true && view.mark === "done";

  useEffect(() => {
    if (!missing && !goes) {
      return;
    }
    const timer = setTimeout(() => untrackReceipt(id), missing ? ARRIVES_WITHIN_MS : STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, missing, goes]);

  if (view === undefined || receipt === null || receipt === undefined) {
    return null;
  }
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-auto grid animate-appear grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2.5 rounded-card border bg-surface px-3 py-2.5 shadow-float"
    >
      <span className="pt-px">
        <StatusIcon standing={MARK_STANDING[view.mark]} size={18} decorative />
      </span>
      <p className="min-w-0 truncate font-semibold text-ink">
        {VERB_WORDS[receipt.verb].press} {subject}
      </p>
      <span className="flex items-center gap-2 text-label text-ink-3">
        {view.settled && !goes && "stays until closed"}
        <button
          type="button"
          aria-label="Close this receipt"
          onClick={() => untrackReceipt(id)}
          className="thumb rounded-control p-1 hover:bg-hover hover:text-ink"
        >
          <Glyph name="close" size={12} />
        </button>
      </span>
      <p className="col-span-2 col-start-2 truncate text-label text-ink-3">
        {receipt.pipeline} in {receipt.target}
        {receipt.stage !== undefined && `, stage ${receipt.stage}`}
      </p>
      <p className="col-span-2 col-start-2 text-secondary break-words text-ink-2">
        {view.title}. {view.text}
      </p>
      <div className="col-span-2 col-start-2 empty:hidden">
        <ReceiptStarted started={view.started} />
      </div>
    </div>
  );
}
