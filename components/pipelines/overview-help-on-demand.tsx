"use client";

import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import { PartFailureCard } from "@/components/ui/part-failure-card";

const overviewHelp = onDemand(() => import("./overview-help").then(({ OverviewHelp }) => OverviewHelp));

/** The keys and the filter's words, whose dialog is the only one of the overview. */
export function OverviewHelpOnDemand({ onClose }: { onClose: () => void }) {
  const { Part, coming, failed } = useOnDemand(overviewHelp);
  if (Part !== undefined) return <Part onClose={onClose} />;
  return failed ? (
    <div className="fixed right-5 bottom-5 z-40 w-[min(400px,calc(100vw-32px))]">
      <PartFailureCard
        title="The list of keys cannot be shown"
        coming={coming}
        onRetry={overviewHelp.ask}
        onClose={onClose}
      />
    </div>
  ) : null;
}
