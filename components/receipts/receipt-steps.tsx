import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Standing } from "@/lib/domain/standing";
import type { ReceiptMark, ReceiptStep } from "./receipt-view";

/** The shapes of the marks: the same that statuses have, so that they are learned once. */
export const MARK_STANDING: Record<ReceiptMark, Standing> = {
  done: "Succeeded",
  busy: "InProgress",
  rest: "NotYetRun",
  refused: "Failed",
  unknown: "Queued",
  "not-sent": "Cancelled",
};

const MARK_WORDS: Record<ReceiptMark, string> = {
  done: "done",
  busy: "under way",
  rest: "not reached",
  refused: "refused",
  unknown: "not known",
  "not-sent": "not sent",
};

/** The four steps of a press. The line is solid only as far as it is known to have come, dotted beyond. */
export function ReceiptSteps({ steps }: { steps: readonly ReceiptStep[] }) {
  return (
    <ol className="grid grid-cols-4">
      {steps.map((step, index) => (
        <li key={step.label} className="flex min-w-0 flex-col">
          <span className="flex h-4 items-center">
            <StatusIcon standing={MARK_STANDING[step.mark]} decorative />
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={clsx(
                  "flex-1 border-t-2 border-rail",
                  step.solid ? "border-solid" : "border-dotted",
                )}
              />
            )}
          </span>
          <span
            className={clsx(
              "mt-1 truncate pr-2 text-secondary",
              step.mark === "rest" ? "text-ink-3" : "font-semibold text-ink",
            )}
          >
            {step.label}
            <span className="sr-only">: {MARK_WORDS[step.mark]}</span>
          </span>
          <span
            className="num min-h-4 truncate pr-1 text-label text-ink-3 max-sm:min-h-8 max-sm:whitespace-pre-line"
            title={step.whole ?? step.note}
          >
            {step.note}
          </span>
        </li>
      ))}
    </ol>
  );
}
