import { expect, test } from "vitest";
import type { Station } from "./pipeline";
import { fitRail } from "./rail-fit";

function station(stage: string, part: Partial<Station> = {}): Station {
  return { stage, standing: "Succeeded", waiting: [], gateClosed: false, ...part };
}

const CHECKOUT: Station[] = [
  station("Source", { revision: "e41c9d2" }),
  station("Build", { standing: "InProgress", train: { executionId: "1", label: "e41c9d2", kind: "run" } }),
  station("Staging", { revision: "7b09f1e" }),
  station("Approve", { standing: "Approval", train: { executionId: "2", label: "c08d3aa", kind: "person" } }),
  station("Prod", {
    standing: "Failed",
    revision: "3ad8c55",
    gateClosed: true,
    waiting: [
      { executionId: "3", label: "41fa0c7", kind: "track" },
      { executionId: "4", label: "5512be0", kind: "track" },
    ],
  }),
];

function marks(width: number, slim = false) {
  return fitRail(CHECKOUT, width, slim).map((stop) =>
    stop.kind === "fold" ? stop.stages.length : [stop.queue, stop.train, stop.ticket],
  );
}

test("with room, every ticket, every train and the first of a queue are printed", () => {
  expect(marks(468)).toEqual([
    [null, null, null],
    [null, "e41c9d2", null],
    [null, null, "7b09f1e"],
    [null, "c08d3aa", null],
    [{ label: "41fa0c7", more: 1 }, null, "3ad8c55"],
  ]);
});

test("slim prints only moving trains and the last ticket, a queue as its length", () => {
  expect(marks(321, true)).toEqual([
    [null, null, null],
    [null, "e41c9d2", null],
    [null, null, null],
    [null, "c08d3aa", null],
    [{ label: "2", more: 0 }, null, "3ad8c55"],
  ]);
});

test("tickets in the middle give way before trains do", () => {
  const tight = marks(440);
  expect(tight[2]).toEqual([null, null, null]);
  expect(tight[1]).toEqual([null, "e41c9d2", null]);
});

test("fifty stages fold into the width, and what wants a person is never folded", () => {
  const line = Array.from({ length: 50 }, (_, index) =>
    station(`Stage${index}`, { standing: index === 20 ? "Failed" : "Succeeded", revision: "abcdef0" }),
  );
  const stops = fitRail(line, 340);
  const shown = stops.flatMap((stop) => (stop.kind === "stop" ? [stop.station.stage] : []));
  const folded = stops.flatMap((stop) => (stop.kind === "fold" ? stop.stages : []));
  expect(shown).toContain("Stage0");
  expect(shown).toContain("Stage20");
  expect(shown).toContain("Stage49");
  expect(shown.length + folded.length).toBe(50);
  expect(stops.length).toBeLessThan(16);
});
