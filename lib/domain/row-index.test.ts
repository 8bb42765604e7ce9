import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineRow } from "./pipeline";
import { parseFilter } from "./pipeline-filter";
import { filterRows, type RowFiltering, wantedPlaces } from "./row-filtering";
import { groupsByTarget } from "./row-groups";
import { indexRows, type RowIndex } from "./row-index";
import { compareRows } from "./row-order";
import { rowKey } from "./row-places";

const names = [..."abcdefghijklmnopqrst"];
const targets = ["prod-eu", "dev-eu"];

const rowNamed = (name: string): fc.Arbitrary<PipelineRow> =>
  fc.record({
    target: fc.constant(targets[name.charCodeAt(0) % 2] ?? ""),
    name: fc.constant(name),
    executionMode: fc.constant("SUPERSEDED"),
    status: fc.constantFrom("Failed", "Approval", "Succeeded", null),
    running: fc.nat(2),
    stations: fc.constant([]),
    sentence: fc.constant({ text: "" }),
    changedAt: fc.constantFrom("2026-11-21T01:00:00.000Z", "2026-11-21T02:00:00.000Z", undefined),
    asOf: fc.constant(null),
  });

/** One thing that happens to a list. */
type Step = (rows: readonly PipelineRow[]) => PipelineRow[];
const changes: fc.Arbitrary<Step> = fc
  .constantFrom(...names)
  .chain(rowNamed)
  .map((row) => (rows) => rows.map((old) => (old.name === row.name ? row : old)));
const vanishes: fc.Arbitrary<Step> = fc
  .constantFrom(...names)
  .map((name) => (rows) => rows.filter((row) => row.name !== name));
const comes: fc.Arbitrary<Step> = fc
  .constantFrom(...names)
  .chain(rowNamed)
  .map((row) => (rows) => [...rows.filter(({ name }) => name !== row.name), row]);
const steps = fc.array(fc.oneof({ weight: 8, arbitrary: changes }, vanishes, comes), { maxLength: 30 });
const starts = fc.tuple(...names.map(rowNamed));

test("an index carried on is the index made anew, whatever happens", () => {
  fc.assert(
    fc.property(starts, steps, (first, happens) => {
      let rows: readonly PipelineRow[] = first;
      let index: RowIndex = indexRows(rows, null);
      for (const step of happens) {
        rows = step(rows);
        index = indexRows(rows, index);
        expect(index.rows).toEqual(rows);
        expect(index.keys).toEqual(rows.map(rowKey));
        expect(index.keys.map((key) => index.placeOf.get(key))).toEqual([...rows.keys()]);
        expect(index.order.map((place) => rows[place])).toEqual(rows.toSorted(compareRows));
      }
    }),
  );
});

test("what passes a filter, carried on, is what passes it anew; groups have their order", () => {
  const filter = parseFilter("status:failed,approval");
  fc.assert(
    fc.property(starts, steps, (first, happens) => {
      let rows: readonly PipelineRow[] = first;
      let index: RowIndex = indexRows(rows, null);
      let filtering: RowFiltering = filterRows(index, filter, null);
      for (const step of happens) {
        rows = step(rows);
        index = indexRows(rows, index);
        filtering = filterRows(index, filter, filtering);
        const left = rows.filter(({ status }) => status === "Failed" || status === "Approval");
        const shown = (grouped: string[] | null) =>
          wantedPlaces(filtering, grouped && groupsByTarget(grouped)).map((place) => rows[place]);
        expect(shown(null)).toEqual(left.toSorted(compareRows));
        const inGroup = (id: string) => left.filter(({ target }) => target === id).sort(compareRows);
        expect(shown(targets)).toEqual(targets.flatMap(inGroup));
      }
    }),
  );
});

test("without a filter all rows pass, and nothing is asked", () => {
  const index = indexRows([], null);
  expect(filterRows(index, parseFilter(" "), null).passes).toBeNull();
});
