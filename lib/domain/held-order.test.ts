import fc from "fast-check";
import { expect, test } from "vitest";
import { type HeldOrder, holdOrder, shownRow, takeOrder } from "./held-order";
import type { PipelineRow } from "./pipeline";
import { indexRows } from "./row-index";

function row(name: string, status = "Succeeded"): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target: "prod-eu", name, status, ...rest };
}

/** Shows `rows` in the order they are given. */
function shows(rows: PipelineRow[]): HeldOrder {
  return takeOrder(
    indexRows(rows, null),
    rows.map((_row, place) => place),
  );
}

function carries(held: HeldOrder, rows: PipelineRow[]): HeldOrder {
  const index = indexRows(rows, held.of);
  return holdOrder(held, index, index.order);
}

const names = (held: HeldOrder) => held.keys.map((key) => shownRow(held, key)?.name);

test("a row that turns worse keeps its place, and the new order is pending", () => {
  const next = carries(shows([row("a"), row("b"), row("c")]), [row("a"), row("b"), row("c", "Failed")]);
  expect(names(next)).toEqual(["a", "b", "c"]);
  expect(shownRow(next, "prod-eu/c")?.status).toBe("Failed");
  expect(next.pending).toBe(1);
});

test("a pipeline that is gone keeps its place and last state until a new order is asked for", () => {
  const next = carries(shows([row("a", "Failed"), row("b")]), [row("b")]);
  expect(names(next)).toEqual(["a", "b"]);
  expect([...next.gone.keys()]).toEqual(["prod-eu/a"]);
  expect(next.pending).toBe(1);
  const later = carries(next, [row("b", "Approval")]);
  expect(shownRow(later, "prod-eu/a")?.status).toBe("Failed");
  expect(takeOrder(later.of, later.of.order)).toMatchObject({ keys: ["prod-eu/b"], pending: 0 });
});

test("a pipeline that comes back is no longer gone", () => {
  const back = carries(carries(shows([row("a"), row("b")]), [row("b")]), [row("b"), row("a", "Failed")]);
  expect(back.gone.size).toBe(0);
  expect(names(back)).toEqual(["a", "b"]);
});

test("a pipeline that is new waits", () => {
  const next = carries(shows([row("b")]), [row("a"), row("b")]);
  expect(names(next)).toEqual(["b"]);
  expect(next.pending).toBe(1);
});

const letters = [..."abcdefghij"];
/** Shows `shown` of ten rows and asks how much a change to `wanted` would move. */
function pending(shown: readonly string[], wanted: readonly string[]): number {
  const index = indexRows(
    letters.map((name) => row(name)),
    null,
  );
  const places = (keys: readonly string[]) => keys.map((key) => letters.indexOf(key));
  return holdOrder(takeOrder(index, places(shown)), index, places(wanted)).pending;
}

test("nothing is pending exactly when the order on the screen is the wanted one", () => {
  const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"));
  fc.assert(
    fc.property(keys, keys, (shown, wanted) => {
      expect(pending(shown, wanted) === 0).toBe(shown.join() === wanted.join());
      expect(pending(shown, wanted)).toBeLessThanOrEqual(new Set([...shown, ...wanted]).size);
    }),
  );
});

test("moving one row anywhere counts as one", () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (from, to) => {
      const wanted = [...letters];
      wanted.splice(to, 0, ...wanted.splice(from, 1));
      expect(pending(letters, wanted)).toBe(from === to ? 0 : 1);
    }),
  );
});
