import { useEffect, useRef } from "react";
import { StatusIcon } from "@/components/ui/status-icon";
import { ReceiptStarted } from "./receipt-started";
import { MARK_STANDING, ReceiptSteps } from "./receipt-steps";
import type { ReceiptView } from "./receipt-view";

/** A press in words and its four steps; what changes in it is read out politely. */
export function ReceiptCard({ view }: { view: ReceiptView }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone, and on a phone this may stand below what is in sight.
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <div ref={card} tabIndex={-1} className="flex flex-col gap-3 outline-none">
      <div role="status" aria-live="polite" className="min-h-[58px]">
        <h3 className="flex items-center gap-2 text-section text-ink">
          <StatusIcon standing={MARK_STANDING[view.mark]} size={18} decorative />
          {view.title}
        </h3>
        <p className="mt-0.5 line-clamp-5 text-body break-words text-ink-2" title={view.text}>
          {view.text}
        </p>
        <ReceiptStarted started={view.started} />
      </div>
      <ReceiptSteps steps={view.steps} />
    </div>
  );
}
