import { onDemand } from "@/components/ui/on-demand";

export const artifactOverlay = onDemand(() =>
  import("./artifact-overlay").then(({ ArtifactOverlay }) => ArtifactOverlay),
);
