import clsx from "clsx";
import type { ReceiptMark } from "@/components/receipts/receipt-view";

const DOTS: Record<ReceiptMark, string> = {
  done: "rounded-full bg-good-fill",
  busy: "rounded-full border-2 border-run-fill",
  rest: "rounded-full border-[1.5px] border-line-3",
  refused: "rotate-45 bg-bad-fill",
  "not-sent": "rotate-45 border-[1.5px] border-line-3",
  unknown: "rounded-full border-2 border-dotted border-wait-edge",
};

/** The four steps of a press, small: filled as far as it is known to have come. The words stand beside it. */
export function ReceiptDots({ steps }: { steps: readonly ReceiptMark[] }) {
  return (
    <span aria-hidden className="flex w-[58px] items-center">
      {steps.map((mark, index) => (
        // The four steps have their places.
        <span
          key={["recorded", "sent", "accepted", "effect"][index]}
          className="flex flex-1 items-center last:flex-none"
        >
          <span className={clsx("size-2 shrink-0", DOTS[mark])} />
          {index < steps.length - 1 && (
            <span
              className={clsx(
                "h-0 flex-1 border-t-[1.5px]",
                mark === "done" && steps[index + 1] === "done"
                  ? "border-solid border-good-fill"
                  : "border-dotted border-rail",
              )}
            />
          )}
        </span>
      ))}
    </span>
  );
}
