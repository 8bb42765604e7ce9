import { StatusIcon } from "@/components/ui/status-icon";
import { MARK_STANDING, ReceiptSteps } from "./receipt-steps";
import type { ReceiptView } from "./receipt-view";

/** A press in words and its four steps; what changes in it is read out politely. */
export function ReceiptCard({ view }: { view: ReceiptView }) {
  return (
    <div className="flex flex-col gap-3">
      <div role="status" aria-live="polite" className="min-h-[58px]">
        <h3 className="flex items-center gap-2 text-section text-ink">
          <StatusIcon standing={MARK_STANDING[view.mark]} size={18} decorative />
          {view.title}
        </h3>
        <p className="mt-0.5 line-clamp-3 text-body break-words text-ink-2" title={view.text}>
          {view.text}
        </p>
      </div>
      <ReceiptSteps steps={view.steps} />
    </div>
  );
}
