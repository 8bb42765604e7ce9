import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import { tagBook } from "@/lib/domain/pipeline-tags";
import { filterRows, wantedPlaces } from "@/lib/domain/row-filtering";
import { groupsByTag, groupsByTarget, type RowGroups } from "@/lib/domain/row-groups";
import { indexRows } from "@/lib/domain/row-index";
import { itemOf, type ListShape, overviewLines } from "./overview-groups";

function row(target: string, name: string, status: string): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target, name, status, ...rest };
}

const ROWS = [row("dev-eu", "a", "Failed"), row("prod-eu", "b", "Succeeded"), row("prod-eu", "c", "Failed")];
const TARGETS = groupsByTarget(["prod-eu", "dev-eu"]);
const wantedOrder = (rows: PipelineRow[], q: string, groups: RowGroups | null) => {
  const index = indexRows(rows, null);
  return wantedPlaces(filterRows(index, parseFilter(q), null), groups).map(
    (place) => index.keys[place] ?? "",
  );
};
const shape = (part: Partial<ListShape>): ListShape => ({
  keys: wantedOrder(ROWS, "", TARGETS),
  groups: TARGETS,
  byTarget: true,
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
  const left = wantedOrder(ROWS, "name:a", TARGETS);
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
    { kind: "head", key: "head eu", group: "eu" },
    { kind: "banner", key: "banner eu", target: "eu" },
    { kind: "row", key: "eu/head x" },
  ]);
});

test("groups by a tag follow its values, what has no such tag comes last, and banners stand above all", () => {
  const book = tagBook([
    { target: "prod-eu", sets: [{ tags: { tier: "10" }, pipelines: ["c"] }] },
    { target: "dev-eu", sets: [{ tags: { tier: "2" }, pipelines: ["a"] }] },
  ]);
  const groups = groupsByTag(book, "tier");
  const shown = { groups, keys: wantedOrder(ROWS, "", groups), byTarget: false };
  expect(keys({ ...shown, troubled: new Set(["dev-eu"]) })).toEqual([
    "banner dev-eu",
    "head =2",
    "dev-eu/a",
    "head =10",
    "prod-eu/c",
    "head ",
    "prod-eu/b",
  ]);
  expect(keys({ ...shown, folded: new Set(["=2", ""]) })).toEqual([
    "head =2",
    "head =10",
    "prod-eu/c",
    "head ",
  ]);
});
