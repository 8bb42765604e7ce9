import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionState } from "@/lib/domain/pipeline-state";
import { checkoutWeb } from "./checkout-web-fixture";
import { actionGroups, drawnWaiting, railColumns, railStations } from "./full-rail-layout";

function action(name: string, runOrder: number, category = "Build"): ActionState {
  return {
    name,
    runOrder,
    category,
    owner: "AWS",
    provider: "CodeBuild",
    standing: "Succeeded",
    inputArtifacts: [],
    outputArtifacts: [],
    configuration: [],
  };
}

describe("actionGroups", () => {
  it("puts parallel actions two a row and then stacks them", () => {
    const groups = actionGroups(["a", "b", "c"].map((name) => action(name, 2)));
    expect(groups.map((group) => group.rows.map((row) => row.map((each) => each.name)))).toEqual([
      [["a", "b"], ["c"]],
    ]);
  });

  it("stacks source actions one a row", () => {
    const groups = actionGroups([action("app", 1, "Source"), action("infra", 1, "Source")]);
    expect(groups[0]?.rows).toHaveLength(2);
  });

  it("keeps every action exactly once, by rising run order, whatever the orders are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 40 }), (orders) => {
        const actions = orders.map((runOrder, index) => action(`a${index}`, runOrder));
        const groups = actionGroups(actions);
        const names = groups.flatMap((group) => group.rows.flat()).map((each) => each.name);
        expect(names.toSorted()).toEqual(actions.map((each) => each.name).toSorted());
        const shown = groups.map((group) => group.runOrder);
        expect(shown).toEqual([...new Set(orders)].sort((a, b) => a - b));
        expect(groups.flatMap((group) => group.rows).every((row) => row.length >= 1 && row.length <= 2)).toBe(
          true,
        );
      }),
    );
  });
});

describe("railStations", () => {
  it("prints a revision once, at the furthest station it has reached", () => {
    const stations = railStations(checkoutWeb());
    expect(stations.map((station) => station.ticket)).toEqual([
      undefined,
      undefined,
      "7b09f1e",
      undefined,
      "3ad8c55",
    ]);
    expect(stations.map((station) => station.train?.label)).toEqual([
      undefined,
      "e41c9d2",
      undefined,
      "c08d3aa",
      undefined,
    ]);
  });

  it("prints one ticket when one revision has gone all along the line", () => {
    const state = checkoutWeb();
    for (const station of state.row.stations) {
      station.revision = "9c1e07b";
      station.train = undefined;
    }
    expect(railStations(state).map((station) => station.ticket)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      "9c1e07b",
    ]);
  });

  it("tells waiting for an occupied stage from waiting at a closed gate", () => {
    const stations = railStations(checkoutWeb());
    expect(stations.map((station) => [station.approach.closed, station.approach.occupied])).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  it("counts executions instead of naming them in parallel mode", () => {
    const state = checkoutWeb();
    state.row.executionMode = "PARALLEL";
    const build = state.row.stations[1];
    if (build !== undefined) {
      build.count = 2;
      build.waiting = [{ executionId: "e1", label: "7b09f1e", kind: "track" }];
    }
    for (const stage of state.stages) stage.inbound = [];
    const stations = railStations(state);
    expect(stations.map((station) => station.count)).toEqual([0, 2, 0, 0, 0]);
    expect(stations[1]?.approach.waiting.map(({ label }) => label)).toEqual(["7b09f1e"]);
    expect(stations.every((station) => station.train === undefined && station.ticket === undefined)).toBe(
      true,
    );
  });
});

describe("railColumns", () => {
  it("needs less room where durations are told to the minute", () => {
    const state = checkoutWeb();
    const brief = railStations(state, true);
    expect(railColumns(brief).minPx).toBeLessThan(railColumns(railStations(state)).minPx);
    expect(brief.every((station) => station.brief)).toBe(true);
  });

  it("is never narrower than its columns and grows to at least its least width", () => {
    const stations = railStations(checkoutWeb());
    const columns = railColumns(stations);
    expect(columns.template.split(" ").filter((part) => part.startsWith("minmax"))).toHaveLength(5);
    expect(columns.minPx).toBeLessThanOrEqual(1072);
    expect(columns.maxPx).toBeGreaterThan(columns.minPx);
  });
});

describe("drawnWaiting", () => {
  it("names two, and of more only the next with the number behind it", () => {
    const queue = ["a", "b", "c"].map((label) => ({ label }));
    expect(drawnWaiting(queue.slice(0, 2))).toEqual({ drawn: queue.slice(0, 2), more: 0 });
    expect(drawnWaiting(queue)).toEqual({ drawn: queue.slice(0, 1), more: 2 });
  });
});
