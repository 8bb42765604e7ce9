"use client";

import type { ReactNode } from "react";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { isDrained } from "@/lib/domain/row-drained";
import { useAtNow } from "@/lib/queries/server-now";
import { DrainedContext } from "./drained";

/** Tells all below once what is shown has become too old to be stated as present. It alone counts the seconds. */
export function DrainedProvider({ reply, children }: { reply?: PipelineStateReply; children: ReactNode }) {
  const drained = useAtNow(
    (now) =>
      reply !== undefined &&
      now !== 0 &&
      isDrained({ asOf: reply.state.row.asOf, freshness: reply.freshness, repliedAt: reply.now }, now),
  );
  return <DrainedContext value={drained}>{children}</DrainedContext>;
}
