import { useEffect, useRef } from "react";
import { ReceiptSteps } from "@/components/receipts/receipt-steps";
import { receiptView } from "@/components/receipts/receipt-view";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValue } from "@/components/ui/key-value";
import { isLeftUnseen } from "@/lib/domain/effect-search";
import { executionAddress } from "@/lib/domain/execution-address";
import { exactInstant } from "@/lib/domain/instant-words";
import type { Receipt } from "@/lib/domain/receipt";
import { useAtNow } from "@/lib/queries/server-now";

/** All that is known of one press. */
export function ActivityDetail({ receipt }: { receipt: Receipt }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView?.({ block: "nearest" }), []);
  const subject = receipt.executionId?.slice(0, 8) ?? receipt.pipeline;
  const isUnseen = useAtNow((now) => isLeftUnseen(receipt, now));
  const view = receiptView(receipt, subject, undefined, isUnseen);
  const { target, pipeline, executionId, startedExecutionId, action, refusal } = receipt;
  const toExecution = (id: string) => (
    <a
      className="font-mono text-secondary break-all text-accent hover:underline"
      href={executionAddress(target, pipeline, id)}
    >
      {id}
    </a>
  );
  const rows = [
    { key: "Receipt", value: <Id text={receipt.id} /> },
    { key: "Pressed by", value: `${receipt.person.name} (${receipt.person.id})` },
    { key: "At", value: exactInstant(receipt.recordedAt) },
    { key: "On", value: [receipt.pipeline, receipt.stage, action].filter(Boolean).join(", ") },
    { key: "In", value: receipt.target },
    ...(executionId === undefined ? [] : [{ key: "Execution", value: toExecution(executionId) }]),
    ...(startedExecutionId === undefined ? [] : [{ key: "Started", value: toExecution(startedExecutionId) }]),
    ...(receipt.reason === undefined ? [] : [{ key: "Why", value: `“${receipt.reason}”` }]),
    ...(receipt.awsRequestId === undefined
      ? []
      : [{ key: "AWS request", value: <Id text={receipt.awsRequestId} /> }]),
    ...(receipt.finding === undefined ? [] : [{ key: "AWS shows", value: receipt.finding }]),
    ...(refusal === undefined ? [] : [{ key: "Refused with", value: refusal.code }]),
  ];
  return (
    <section
      ref={place}
      aria-label={`Receipt ${receipt.id.slice(0, 8)}`}
      className="grid grid-cols-2 gap-x-10 gap-y-4 border-b bg-sunken px-4 py-4 max-lg:grid-cols-1"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div>
          <h2 className="text-section text-ink">{view.title}</h2>
          <p className="mt-1 break-words text-ink-2">{view.text}</p>
        </div>
        <ReceiptSteps steps={view.steps} />
      </div>
      <KeyValue items={rows} />
    </section>
  );
}

function Id({ text }: { text: string }) {
  return (
    <span className="flex items-center gap-1 font-mono text-secondary break-all">
      {text}
      <CopyButton text={text} label="Copy" />
    </span>
  );
}
