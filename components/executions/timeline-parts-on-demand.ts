import { onDemand } from "@/components/ui/on-demand";

export const timelineGestures = onDemand(() =>
  import("./timeline-gestures").then(({ TimelineGestures }) => TimelineGestures),
);

export const timelineTable = onDemand(() =>
  import("./timeline-table").then(({ TimelineTable }) => TimelineTable),
);
