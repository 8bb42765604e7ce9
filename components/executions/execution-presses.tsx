"use client";

import { useEffect, useRef } from "react";
import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { VERB_WORDS } from "@/components/receipts/verb-words";
import { StatusIcon } from "@/components/ui/status-icon";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import type { Receipt } from "@/lib/domain/receipt";
import { useExecutionPresses } from "@/lib/queries/execution-queries";

const STANDINGS = {
  recorded: "InProgress",
  sent: "InProgress",
  accepted: "InProgress",
  confirmed: "Succeeded",
  refused: "Failed",
  unknown: "Queued",
  "no-effect": "Cancelled",
  undecided: "Queued",
} as const satisfies Record<Receipt["state"], string>;

const WORDS = {
  recorded: ", recorded",
  sent: ", sent",
  accepted: ", accepted",
  confirmed: "",
  refused: ", refused",
  unknown: ", not known yet",
  "no-effect": ", no effect",
  undecided: ", cannot be told what came of it",
} as const satisfies Record<Receipt["state"], string>;

export interface ExecutionPressesProps {
  target: string;
  pipeline: string;
  id: string;
  /** AWS's status; presses are read again when it changes. */
  status: string;
  onReceipt: (id: string) => void;
}

/** Who pressed what on an execution, newest first; nothing where nobody did. */
export function ExecutionPresses({ target, pipeline, id, status, onReceipt }: ExecutionPressesProps) {
  const { data, refetch } = useExecutionPresses(target, pipeline, id);
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    known.current = status;
    void refetch();
  }, [status, refetch]);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <ActionPanelSection title="Presses on this execution">
      <ul className="flex flex-col gap-1">
        {data.items.map((receipt) => (
          <li key={receipt.id}>
            <button
              type="button"
              {...pipelineDialogs.intent}
              onClick={() => onReceipt(receipt.id)}
              title={receipt.reason}
              className="flex min-h-6 w-full items-center gap-2 rounded-ticket text-left hover:bg-hover max-sm:min-h-11"
            >
              <StatusIcon standing={STANDINGS[receipt.state]} decorative />
              <span className="min-w-0 flex-1 break-words text-ink">
                {receipt.person.name}: {VERB_WORDS[receipt.verb].press.toLowerCase()}
                {receipt.action === undefined ? "" : ` ${receipt.action}`}
                {WORDS[receipt.state]}
              </span>
              <time
                dateTime={receipt.recordedAt}
                title={exactInstant(receipt.recordedAt)}
                className="num text-secondary text-ink-3"
              >
                {clockTime(receipt.recordedAt).slice(0, 5)}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </ActionPanelSection>
  );
}
