import type { Part, PartKind } from "./structure-parts";

/** One step on the way to a part: `[{kind: "stage", name: "Prod"}, {kind: "action", name: "deploy"}]`. */
export interface PartStep {
  kind: PartKind;
  name: string;
}

/** What is said on one side of a change; null is a value that is withheld. */
export interface Said {
  value: string | null;
}

/**
 * One difference between two declarations. Paths name parts as they are in the later one, but of what was removed.
 * `after` is the stage that now stands before; undefined is the first place, or a part without an order.
 */
export type StructureChange =
  | { change: "added"; path: PartStep[]; part: Part; after?: string }
  | { change: "removed"; path: PartStep[]; part: Part }
  | { change: "renamed"; path: PartStep[]; from: string }
  | { change: "moved"; path: PartStep[]; fromStage?: string; after?: string }
  | { change: "said"; path: PartStep[]; key: string; of?: string; from?: Said; to?: Said };
