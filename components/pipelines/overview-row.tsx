"use client";

import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import { isDrained } from "@/lib/domain/row-drained";
import { useAtNow } from "@/lib/queries/server-now";
import { PipelineRow, type PipelineRowProps } from "./pipeline-row";

export interface OverviewRowProps extends Omit<PipelineRowProps, "drained"> {
  freshness: Freshness | undefined;
  /** When our own server last answered. */
  repliedAt: Instant;
}

/** A row of the overview, which loses its colour by itself when it has become too old to be the present. */
export function OverviewRow({ freshness, repliedAt, ...props }: OverviewRowProps) {
  const { asOf } = props.row;
  const drained = useAtNow((now) => isDrained({ asOf, freshness, repliedAt }, now));
  return <PipelineRow {...props} drained={drained} />;
}
