import { onDemand } from "@/components/ui/on-demand";

export const stagePanelBody = onDemand(() =>
  import("./stage-panel-body").then(({ StagePanelBody }) => StagePanelBody),
);
