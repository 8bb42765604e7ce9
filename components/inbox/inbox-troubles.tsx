"use client";

import { OverviewGroupBanner } from "@/components/pipelines/overview-group-banner";
import type { Freshness } from "@/lib/domain/freshness";

/** Why what some targets need may not be the present. */
export function InboxTroubles({ freshness }: { freshness: Readonly<Record<string, Freshness>> }) {
  return Object.entries(freshness).map(([id, one]) => (
    <OverviewGroupBanner key={id} target={id} name={id} freshness={one} />
  ));
}
