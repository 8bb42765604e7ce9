import "server-only";
import type { InboxItem } from "@/lib/domain/inbox-item";
import { inboxItems } from "@/lib/domain/inbox-items";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { rowDelta } from "@/lib/domain/row-delta";
import { sameJson } from "@/lib/domain/same-json";

/** What viewers may know of a pipeline. */
interface Known {
  row: PipelineRow;
  state: PipelineState | null;
}

/** What viewers are told once a pipeline is known otherwise than before; `before` is undefined of one that is new. */
export function toldChange(
  before: Known | undefined,
  after: Known,
): Pick<PipelineChange, "row" | "set" | "inbox"> {
  return { ...shown(before?.row, after.row), ...(isCalling(before, after) && { inbox: true as const }) };
}

function shown(before: PipelineRow | undefined, after: PipelineRow): Pick<PipelineChange, "row" | "set"> {
  if (!before) return { row: after };
  const set = rowDelta(before, after);
  return set === null ? {} : { set };
}

/** Whether what needs a person is another, or is shown as what it was from now on, or no longer. */
function isCalling(before: Known | undefined, after: Known): boolean {
  const isDeniedOtherwise = before?.row.denied !== after.row.denied;
  if (before?.state === after.state && !isDeniedOtherwise) return false;
  const items = itemsOf(after);
  return (isDeniedOtherwise && items.length > 0) || !sameJson(itemsOf(before), items);
}

function itemsOf(known: Known | undefined): InboxItem[] {
  return known?.state ? inboxItems(known.state) : [];
}
