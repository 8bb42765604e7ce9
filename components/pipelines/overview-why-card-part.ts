import { onDemand } from "@/components/ui/on-demand";

export const overviewWhyCard = onDemand(() =>
  import("./overview-why-card").then(({ OverviewWhyCard }) => OverviewWhyCard),
);
