import { expect, test } from "vitest";
import { holdOrder, takeOrder } from "./held-order";
import type { PipelineRow } from "./pipeline";
import { indexRows } from "./row-index";
import { shownGroups } from "./shown-groups";

function row(target: string, name: string, status: string | null): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target, name, status, ...rest };
}

test("a target counts what is shown of it by status, with what is gone and without what waits", () => {
  const rows = [row("prod", "a", "Failed"), row("prod", "b", null), row("dev", "c", "Failed")];
  const index = indexRows(rows, null);
  const held = takeOrder(index, [0, 1]);
  const later = indexRows([row("prod", "b", "Failed"), row("prod", "new", "Failed")], index);
  const groups = shownGroups(holdOrder(held, later, [0, 1]));
  expect([...groups]).toEqual([["prod", { rows: 2, byStatus: new Map([["Failed", 2]]), pipeline: "b" }]]);
});
