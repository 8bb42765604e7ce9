import "server-only";
import { keepNewest } from "./keep-newest";
import type { PipelineRecord } from "./pipeline-record";
import type { Kept } from "./read-pipeline";

/** Pages of a target whose actions are kept: up to a hundred each, far more than all else that is known of a pipeline. */
const MOST_PAGES = 100;

/** The pipelines whose actions were read last, for their pages. Of the others no more is kept than a row needs. */
export class ReadPages {
  readonly #newest = new Map<string, PipelineRecord>();

  /**
   * After a read of a pipeline.
   *
   * @param before what was kept before it: actions that were only carried on do not count as read
   */
  took(record: PipelineRecord, before: Kept | null): void {
    const { kept } = record;
    if (kept?.depth !== "full" || kept.actions === before?.actions) return;
    keepNewest(this.#newest, record.name, record, MOST_PAGES, letGo);
  }
}

/** The next read is one of a row, or reads all of the page again. */
function letGo(record: PipelineRecord): void {
  if (record.kept?.depth === "full") record.kept = { ...record.kept, depth: "row", actions: undefined };
}
