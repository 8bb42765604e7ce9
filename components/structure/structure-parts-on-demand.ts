import { onDemand } from "@/components/ui/on-demand";

export const structureChangesPart = onDemand(() =>
  import("./structure-changes-view").then(({ StructureChangesView }) => StructureChangesView),
);

export const structureTextPart = onDemand(() =>
  import("./structure-text").then(({ StructureText }) => StructureText),
);
