import { onDemand } from "@/components/ui/on-demand";

/** What the preview says of an item, whose code comes when the first one is selected. */
export const inboxPreview = onDemand(() =>
  import("./inbox-preview-body").then(({ InboxPreviewBody }) => InboxPreviewBody),
);
