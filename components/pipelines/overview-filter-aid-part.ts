import { onDemand } from "@/components/ui/on-demand";

/** Suggestions and hints for the filter: needed by who types there. */
export const overviewFilterAid = onDemand(() =>
  import("./overview-filter-aid").then(({ OverviewFilterAid }) => OverviewFilterAid),
);
