import { actionKey, readActionKey } from "@/lib/domain/action-key";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Revision } from "@/lib/domain/revision";
import { actionGroups } from "./full-rail-layout";

/** How cards learn which action is selected and tell what a person asks for. */
export interface SelectAction {
  /** Key of the action in the panel. */
  selected?: string;
  /** Key of the one card that is a tab stop. */
  tabStop?: string;
  onSelect: (stage: string, action: string) => void;
  /** Name of the stage in the panel. */
  selectedStage?: string;
  onSelectStage: (stage: string) => void;
  onReview: (stage: string, action: string, executionId: string) => void;
  revisionsOf: RevisionsOf;
}

/** Source revisions of an execution seen in a stage, as far as the page knows them. */
export type RevisionsOf = (stage: StageState, executionId: string) => Revision[];

/**
 * The action whose approval an address asks for: `Stage/Action`, or `Stage` alone for the one that is asked there.
 * Undefined when it names none.
 */
export function reviewPlace(stages: readonly StageState[], key: string | undefined) {
  const place = readActionKey(key);
  if (place !== undefined || key === undefined) return place;
  const actions = stages.find(({ name }) => name === key)?.actions ?? [];
  const asked =
    actions.find((action) => openApprovals(action).length > 0) ??
    actions.find(({ category }) => category === "Approval");
  return asked && { stage: key, action: asked.name };
}

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/**
 * The action an arrow key leads to: up and down through a stage's rows, left and right first to the neighbour in the
 * row, then to the same row of the next stage that has actions. The same key when there is nothing further.
 */
export function actionBeside(stages: readonly StageState[], from: string, arrow: Arrow): string {
  const columns = stages
    .map((stage) => ({ stage: stage.name, rows: actionGroups(stage.actions).flatMap((group) => group.rows) }))
    .filter((column) => column.rows.length > 0);
  for (const [x, column] of columns.entries()) {
    for (const [y, row] of column.rows.entries()) {
      const cell = row.findIndex((action) => actionKey(column.stage, action.name) === from);
      if (cell < 0) {
        continue;
      }
      const step = arrow === "ArrowLeft" || arrow === "ArrowUp" ? -1 : 1;
      if (arrow === "ArrowUp" || arrow === "ArrowDown") {
        const next = column.rows[y + step];
        const action = next?.[Math.min(cell, next.length - 1)];
        return action === undefined ? from : actionKey(column.stage, action.name);
      }
      const neighbour = row[cell + step];
      if (neighbour !== undefined) {
        return actionKey(column.stage, neighbour.name);
      }
      const beside = columns[x + step];
      const besideRow = beside?.rows[Math.min(y, beside.rows.length - 1)];
      const action = step > 0 ? besideRow?.[0] : besideRow?.at(-1);
      return beside === undefined || action === undefined ? from : actionKey(beside.stage, action.name);
    }
  }
  return from;
}
