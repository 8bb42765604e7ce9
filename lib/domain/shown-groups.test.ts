import fc from "fast-check";
import { expect, test } from "vitest";
import { holdOrder, takeOrder } from "./held-order";
import type { PipelineRow } from "./pipeline";
import { groupsByTarget } from "./row-groups";
import { indexRows } from "./row-index";
import { shownGroups } from "./shown-groups";

const BY_TARGET = groupsByTarget(["prod", "dev"]);

function row(target: string, name: string, status: string | null): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target, name, status, ...rest };
}

test("a group counts what is shown of it by status, with what is gone and without what waits", () => {
  const rows = [row("prod", "a", "Failed"), row("prod", "b", null), row("dev", "c", "Failed")];
  const index = indexRows(rows, null);
  const held = takeOrder(index, [0, 1]);
  const later = indexRows([row("prod", "b", "Failed"), row("prod", "new", "Failed")], index);
  const { groups } = shownGroups(holdOrder(held, later, [0, 1]), BY_TARGET, null);
  expect([...groups]).toEqual([["prod", { rows: 2, byStatus: new Map([["Failed", 2]]) }]]);
});

test("a count carried over many changes is what counting anew gives", () => {
  const status = fc.constantFrom("Failed", "Succeeded", "InProgress", null);
  const change = fc.record({ place: fc.nat(11), status });
  const gone = fc.boolean();
  fc.assert(
    fc.property(fc.array(fc.record({ changes: fc.array(change), gone }), { maxLength: 8 }), (turns) => {
      let rows = Array.from({ length: 12 }, (_, at) => row(at % 3 === 0 ? "prod" : "dev", `p${at}`, null));
      let index = indexRows(rows, null);
      // Every third row is not shown.
      let held = takeOrder(
        index,
        [...rows.keys()].filter((place) => place % 3 !== 2),
      );
      let counted = shownGroups(held, BY_TARGET, null);
      for (const { changes, gone } of turns) {
        rows = gone ? rows.slice(1) : [...rows];
        for (const { place, status } of changes) {
          const old = rows[place];
          if (old !== undefined) rows[place] = { ...old, status };
        }
        index = indexRows(rows, index);
        held = holdOrder(held, index, index.order);
        counted = shownGroups(held, BY_TARGET, counted);
        expect(counted.groups).toEqual(shownGroups(held, BY_TARGET, null).groups);
      }
    }),
  );
});
