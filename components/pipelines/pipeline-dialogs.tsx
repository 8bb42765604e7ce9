"use client";

import { useState } from "react";
import { ApprovalDialog } from "@/components/approvals/approval-dialog";
import { StopDialog } from "@/components/executions/stop-dialog";
import { readPressAddress } from "@/components/presses/press-address";
import { VerbDialog } from "@/components/presses/verb-dialog";
import { ReceiptDialog } from "@/components/receipts/receipt-dialog";
import { trackReceipt, untrackReceipt } from "@/components/receipts/tracked-receipts";
import type { Person } from "@/lib/domain/person";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { reviewPlace } from "./action-selection";
import { useCurrentState } from "./use-current-state";
import type { PipelineParams, usePipelineParams } from "./use-pipeline-params";

export interface PipelineDialogsProps {
  /** Without it a receipt alone can be shown. */
  state?: PipelineState;
  params: PipelineParams;
  change: ReturnType<typeof usePipelineParams>["change"];
  person: Person;
}

const CLOSED: PipelineParams = {
  review: undefined,
  execution: undefined,
  stop: undefined,
  press: undefined,
  receipt: undefined,
};

/**
 * The one dialog the URL asks for. A press puts its key there as `receipt`: the dialog it was made in goes on to show
 * it, and a reload shows it again by itself.
 */
export function PipelineDialogs({ state: shown, params, change, person }: PipelineDialogsProps) {
  const state = useCurrentState(shown);
  const [pressed, setPressed] = useState<string>();
  const [round, setRound] = useState(0);
  const address = readPressAddress(params.press);
  const place = reviewPlace(state?.stages ?? [], params.review);
  const close = () => change(CLOSED, { replace: true });
  const onPressed = (key: string) => {
    setPressed(key);
    trackReceipt(key);
    change({ receipt: key }, { replace: true });
  };

  /** The decision anew, on what is there now. */
  const onAgain = (patch: Pick<PipelineParams, "execution">) => {
    setPressed(undefined);
    setRound(round + 1);
    change({ ...patch, receipt: undefined }, { replace: true });
  };

  const onNotRecorded = (key: string) => {
    untrackReceipt(key);
    if (new URLSearchParams(window.location.search).get("receipt") === key) {
      change({ receipt: undefined }, { replace: true });
    }
  };

  if (params.receipt !== undefined && params.receipt !== pressed) {
    return <ReceiptDialog id={params.receipt} onClose={close} />;
  }
  if (state !== undefined && place !== undefined) {
    return (
      <ApprovalDialog
        key={`${params.review} ${params.execution} ${round}`}
        state={state}
        place={{ ...place, executionId: params.execution }}
        person={person}
        onClose={close}
        onPressed={onPressed}
        onNotRecorded={onNotRecorded}
        onReview={(execution) => onAgain({ execution })}
      />
    );
  }
  if (state !== undefined && params.stop !== undefined) {
    return (
      <StopDialog
        state={state}
        executionId={params.stop}
        person={person}
        onClose={close}
        onPressed={onPressed}
        onNotRecorded={onNotRecorded}
      />
    );
  }
  if (state !== undefined && address !== undefined) {
    return (
      <VerbDialog
        key={`${params.press} ${params.execution} ${round}`}
        state={state}
        address={address}
        executionId={params.execution}
        control={{ onClose: close, onPressed, onNotRecorded, onAgain: () => onAgain({}) }}
      />
    );
  }
  return params.receipt === undefined ? null : <ReceiptDialog id={params.receipt} onClose={close} />;
}
