import { onDemand } from "@/components/ui/on-demand";

/** The dialogs of a decision and of its receipt, as one part: who opens one of them soon needs the other. */
export const pipelineDialogs = onDemand(() =>
  import("./pipeline-dialogs").then(({ PipelineDialogs }) => PipelineDialogs),
);
