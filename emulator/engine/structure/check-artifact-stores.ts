import type { PipelineDeclaration } from "../declaration";
import type { Place } from "../pipeline-lookup";
import { demand } from "./demand";

/** Exactly one of the two ways to name artifact stores, and a store in every region an action runs in. */
export function checkArtifactStores(declaration: PipelineDeclaration, place: Place): void {
  const { artifactStore, artifactStores, stages } = declaration;
  demand(
    (artifactStore === undefined) !== (artifactStores === undefined),
    "InvalidStructure",
    "Pipeline must have either artifactStore or artifactStores, and not both",
  );
  const known = new Set(artifactStores ? Object.keys(artifactStores) : [place.region]);
  demand(
    known.has(place.region),
    "InvalidStructure",
    `artifactStores has no store for the pipeline Region ${place.region}`,
  );
  for (const action of stages.flatMap((stage) => stage.actions)) {
    const region = action.region ?? place.region;
    demand(
      known.has(region),
      "InvalidStructure",
      `Action ${action.name} runs in Region ${region}, for which artifactStores has no store`,
    );
  }
}
