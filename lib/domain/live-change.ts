import type { PipelineRow } from "./pipeline";
import type { RowDelta } from "./row-delta";

/**
 * One pipeline changed. Of a target, versions only grow: a viewer that has heard everything of the target before
 * `version` may apply `set`; one that holds this version or a later one leaves the change alone.
 */
export interface PipelineChange {
  target: string;
  name: string;
  version: number;
  /** The whole row: of a pipeline that is new to the viewer, and after a resume. */
  row?: PipelineRow;
  /** What differs from the row before. Neither `row` nor `set`: something its row does not show has changed. */
  set?: RowDelta;
  /** Beside `set`, or alone: what of it needs a person is another than before. */
  inbox?: true;
  /** The pipeline is no longer there. */
  gone?: true;
}
