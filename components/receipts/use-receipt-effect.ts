import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import { pipelineStateQueries } from "@/lib/queries/pipeline-state-queries";
import { pressedOn, receiptEffect } from "./receipt-effect";
import type { ReceiptEffect } from "./receipt-view";

/**
 * What the pipeline shows of a press, by reading its state while that can still tell. Once seen it stays seen, as it
 * was seen first.
 */
export function useReceiptEffect(receipt: Receipt | undefined): {
  effect?: ReceiptEffect;
  subject: string;
  state?: PipelineState;
} {
  const [seen, setSeen] = useState<{ id: string; effect: ReceiptEffect }>();
  const known = seen?.id === receipt?.id ? seen?.effect : undefined;
  const asks = receipt?.state === "accepted" || receipt?.state === "unknown";
  const query = useQuery({
    ...pipelineStateQueries.state(receipt?.target ?? "", receipt?.pipeline ?? ""),
    enabled: asks && known === undefined,
  });
  const found = receipt === undefined || !asks ? undefined : receiptEffect(receipt, query.data?.state);
  const id = receipt?.id;
  useEffect(() => {
    if (id !== undefined && found !== undefined) {
      setSeen((before) => (before?.id === id ? before : { id, effect: found }));
    }
  }, [id, found]);
  return {
    effect: known ?? found,
    subject: pressedOn(query.data?.state, receipt),
    state: query.data?.state,
  };
}
