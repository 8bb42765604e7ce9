import { onDemand } from "@/components/ui/on-demand";

export const runPanelBody = onDemand(() =>
  import("./run-panel-body").then(({ RunPanelBody }) => RunPanelBody),
);
