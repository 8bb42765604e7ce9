"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { isLeftUnseen } from "@/lib/domain/effect-search";
import { useReceipt } from "@/lib/queries/receipt-queries";
import { useAtNow } from "@/lib/queries/server-now";
import { ReceiptCard } from "./receipt-card";
import { ReceiptFooter } from "./receipt-footer";
import { receiptView } from "./receipt-view";
import { untrackReceipt } from "./tracked-receipts";
import { useReceiptEffect } from "./use-receipt-effect";
import { VERB_WORDS } from "./verb-words";

/** A receipt by its id, as a reload or a link brings it back. */
export function ReceiptDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: receipt, error } = useReceipt(id);
  const { effect, subject } = useReceiptEffect(receipt ?? undefined);
  const isUnseen = useAtNow((now) => receipt != null && isLeftUnseen(receipt, now));
  if (receipt === undefined && error === null) {
    return null;
  }
  if (receipt === null || receipt === undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="Receipt"
        footer={
          <Button size="lg" onClick={onClose}>
            Close
          </Button>
        }
      >
        <EmptyState
          title={receipt === null ? "There is no such receipt" : "The receipt could not be read"}
          code={id}
        >
          {receipt === null
            ? "No press was recorded under this number, so nothing was sent to AWS for it."
            : "It is read again as long as this is open. What was pressed is not lost."}
        </EmptyState>
      </Dialog>
    );
  }
  const view = receiptView(receipt, subject, effect, isUnseen);
  const close = () => {
    if (view.settled) {
      untrackReceipt(id);
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      width="lg"
      title={`${VERB_WORDS[receipt.verb].press} ${subject}${receipt.stage === undefined || receipt.executionId === undefined ? "" : ` in ${receipt.stage}`}`}
      subtitle={[
        `${receipt.pipeline} in ${receipt.target}`,
        receipt.action && `action ${receipt.action}`,
        receipt.executionId && `execution ${receipt.executionId.slice(0, 8)}`,
        `by ${receipt.person.name}`,
      ]
        .filter(Boolean)
        .join(", ")}
      footer={<ReceiptFooter id={receipt.id} onClose={close} />}
    >
      <div className="flex flex-col gap-4 pt-2">
        {receipt.reason !== undefined && <p className="break-words text-ink-2">“{receipt.reason}”</p>}
        <ReceiptCard view={view} />
      </div>
    </Dialog>
  );
}
