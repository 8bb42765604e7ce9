import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import { filterRows, wantedPlaces } from "@/lib/domain/row-filtering";
import { indexRows } from "@/lib/domain/row-index";
import { itemOf, type ListShape, overviewLines } from "./overview-groups";

function row(target: string, name: string, status: string): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target, name, status, ...rest };
}

const ROWS = [row("dev-eu", "a", "Failed"), row("prod-eu", "b", "Succeeded"), row("prod-eu", "c", "Failed")];
const wantedOrder = (rows: PipelineRow[], q: string, targets: string[] | null) => {
  const index = indexRows(rows, null);
  return wantedPlaces(filterRows(index, parseFilter(q), null), targets).map(
    (place) => index.keys[place] ?? "",
  );
};
const shape = (part: Partial<ListShape>): ListShape => ({
  keys: wantedOrder(ROWS, "", ["prod-eu", "dev-eu"]),
  targets: ["prod-eu", "dev-eu"],
  folded: new Set(),
  troubled: new Set(),
  keepEmpty: true,
  ...part,
});
const keys = (part: Partial<ListShape>) => overviewLines(shape(part));

test("groups follow the configuration, rows in them stand worst first", () => {
  expect(keys({})).toEqual(["head prod-eu", "prod-eu/c", "prod-eu/b", "head dev-eu", "dev-eu/a"]);
});

test("without groups the worst of all targets comes first", () => {
  expect(wantedOrder(ROWS, "", null)).toEqual(["dev-eu/a", "prod-eu/c", "prod-eu/b"]);
});

test("a folded group keeps its head", () => {
  expect(keys({ folded: new Set(["prod-eu"]) })).toEqual(["head prod-eu", "head dev-eu", "dev-eu/a"]);
});

test("a troubled target says so under its head, even when the filter leaves no row of it", () => {
  const left = wantedOrder(ROWS, "name:a", ["prod-eu", "dev-eu"]);
  expect(keys({ keys: left, keepEmpty: false, troubled: new Set(["prod-eu"]) })).toEqual([
    "head prod-eu",
    "banner prod-eu",
    "head dev-eu",
    "dev-eu/a",
  ]);
});

test("a filter leaves out the heads of groups it empties", () => {
  expect(keys({ keys: ["dev-eu/a"], keepEmpty: false })).toEqual(["head dev-eu", "dev-eu/a"]);
});

test("a line is told by its key", () => {
  expect(["head eu", "banner eu", "eu/head x"].map(itemOf)).toEqual([
    { kind: "head", key: "head eu", target: "eu" },
    { kind: "banner", key: "banner eu", target: "eu" },
    { kind: "row", key: "eu/head x" },
  ]);
});
