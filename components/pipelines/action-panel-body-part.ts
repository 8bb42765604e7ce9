import { onDemand } from "@/components/ui/on-demand";

export const actionPanelBody = onDemand(() =>
  import("./action-panel-body").then(({ ActionPanelBody }) => ActionPanelBody),
);
