import fc from "fast-check";
import { expect, test } from "vitest";
import type { Station, Train } from "./pipeline";
import { railTickets } from "./rail-tickets";

function station(part: Partial<Station>): Station {
  return { stage: "Build", standing: "Succeeded", waiting: [], gateClosed: false, ...part };
}

function train(label: string, kind: Train["kind"] = "run"): Train {
  return { executionId: label, label, kind };
}

test("one revision all along the line has one ticket, at the last station", () => {
  const line = [
    station({ revision: "b61d40e" }),
    station({ revision: "b61d40e" }),
    station({ revision: "b61d40e" }),
  ];
  expect(railTickets(line)).toEqual([null, null, "b61d40e"]);
});

test("a station that lagged behind shows its own ticket", () => {
  const line = [
    station({ revision: "81d5fa0" }),
    station({ revision: "81d5fa0" }),
    station({ revision: "f3309ab" }),
  ];
  expect(railTickets(line)).toEqual([null, "81d5fa0", "f3309ab"]);
});

test("a train that carries a revision further is its print", () => {
  const line = [
    station({ revision: "e41c9d2" }),
    station({ standing: "InProgress", train: train("e41c9d2") }),
    station({ revision: "3ad8c55" }),
  ];
  expect(railTickets(line)).toEqual([null, null, "3ad8c55"]);
});

test("an execution waiting in front of a station is the print of its revision upstream, not inside that station", () => {
  const waiting = [train("41fa0c7", "track")];
  expect(railTickets([station({ revision: "41fa0c7" }), station({ revision: "3ad8c55", waiting })])).toEqual([
    null,
    "3ad8c55",
  ]);
  expect(railTickets([station({ revision: "9c1e07b" }), station({ revision: "41fa0c7", waiting })])).toEqual([
    "9c1e07b",
    "41fa0c7",
  ]);
});

test("a station that never ran prints nothing", () => {
  expect(railTickets([station({ standing: "NotYetRun" })])).toEqual([null]);
});

test("every revision on the line is printed exactly once", () => {
  const anyStation = fc
    .record({ rev: fc.constantFrom("a", "b", "c", undefined), inside: fc.constantFrom("a", "d", undefined) })
    .map(({ rev, inside }) =>
      station({ revision: rev, train: inside === undefined ? undefined : train(inside) }),
    );
  fc.assert(
    fc.property(fc.array(anyStation, { maxLength: 8 }), (line) => {
      const tickets = railTickets(line);
      const printed = tickets.filter((ticket) => ticket !== null);
      expect(tickets).toHaveLength(line.length);
      expect(new Set(printed).size).toBe(printed.length);
      const seen = new Set([...printed, ...line.flatMap((each) => each.train?.label ?? [])]);
      for (const each of line) {
        if (each.revision !== undefined && each.train === undefined) expect(seen).toContain(each.revision);
      }
    }),
  );
});
