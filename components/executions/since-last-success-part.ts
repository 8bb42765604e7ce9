import { onDemand } from "@/components/ui/on-demand";

export const sinceLastSuccess = onDemand(() =>
  import("@/components/pipelines/since-last-success").then(({ SinceLastSuccess }) => SinceLastSuccess),
);
