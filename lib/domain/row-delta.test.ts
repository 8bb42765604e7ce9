import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineRow, Station, Train } from "./pipeline";
import { applyRowDelta, rowDelta } from "./row-delta";

const word = fc.constantFrom("a", "b", "Succeeded", "Failed");
const percent = fc.integer({ min: 0, max: 3 });
const instant = fc.constantFrom("2026-11-21T03:12:04.118Z", "2026-11-21T03:12:05.000Z");
const train: fc.Arbitrary<Train> = fc.record({
  executionId: word,
  label: word,
  kind: fc.constantFrom("run", "person", "track"),
});
const station: fc.Arbitrary<Station> = fc.record(
  {
    stage: word,
    standing: word,
    percentComplete: percent,
    revision: word,
    train,
    waiting: fc.array(train, { maxLength: 2 }),
    gateClosed: fc.boolean(),
    count: percent,
  },
  { requiredKeys: ["stage", "standing", "waiting", "gateClosed"] },
);
const row: fc.Arbitrary<PipelineRow> = fc.record(
  {
    target: fc.constant("prod-eu"),
    name: fc.constant("shop"),
    executionMode: word,
    pipelineType: fc.option(word, { nil: undefined }),
    version: percent,
    status: fc.option(word),
    percentComplete: percent,
    running: percent,
    stations: fc.array(station, { maxLength: 3 }),
    sentence: fc.record({ lead: word, text: word }, { requiredKeys: ["text"] }),
    changedAt: instant,
    approvalExpiresAt: instant,
    denied: word,
    asOf: fc.option(instant),
  },
  {
    requiredKeys: ["target", "name", "executionMode", "status", "running", "stations", "sentence", "asOf"],
  },
);

/** As it arrives over the wire. */
function sent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

test("a delta that went over the wire makes the row after of the row before, apart from asOf", () => {
  fc.assert(
    fc.property(row, row, (before, after) => {
      const delta = sent(rowDelta(before, after));
      const applied = delta ? applyRowDelta(before, delta) : before;
      expect(sent({ ...applied, asOf: null })).toEqual(sent({ ...after, asOf: null }));
      if (delta) expect(applied.asOf === null).toBe(after.asOf === null);
    }),
  );
});

test("a row differs from itself in nothing, nor by when it was read", () => {
  fc.assert(
    fc.property(row, fc.option(instant), (before, asOf) => {
      expect(rowDelta(before, { ...sent(before), asOf })).toBeNull();
    }),
  );
});

test("a delta names no more than what differs", () => {
  fc.assert(
    fc.property(row, row, (before, after) => {
      for (const member of Object.keys(rowDelta(before, after) ?? {})) {
        expect(Reflect.get(sent(before), member) ?? null).not.toEqual(
          Reflect.get(sent(after), member) ?? null,
        );
      }
    }),
  );
});

test("stations that stay as they are stay the very objects they were", () => {
  fc.assert(
    fc.property(row, fc.array(station, { minLength: 1, maxLength: 4 }), fc.nat(), (base, stations, pick) => {
      const at = pick % stations.length;
      const before = { ...base, stations };
      const after = {
        ...base,
        stations: stations.map((one, index) => (index === at ? { ...one, standing: "Stopping" } : one)),
      };
      const delta = rowDelta(before, after);
      expect(delta).toEqual({ stations: { [at]: { standing: "Stopping" } } });
      const applied = applyRowDelta(before, sent(delta ?? {}));
      expect(applied.stations.map((one, index) => one === stations[index])).toEqual(
        stations.map((_one, index) => index !== at),
      );
      expect(applied.sentence).toBe(before.sentence);
    }),
  );
});

test("a status of null is a value; any other null says that the member is gone", () => {
  const before: PipelineRow = {
    target: "prod-eu",
    name: "shop",
    executionMode: "SUPERSEDED",
    status: "InProgress",
    percentComplete: 4,
    running: 1,
    stations: [],
    sentence: { text: "Builds" },
    asOf: "2026-11-21T03:12:04.118Z",
  };
  const after = applyRowDelta(before, { status: null, percentComplete: null });
  expect(after.status).toBeNull();
  expect(after).not.toHaveProperty("percentComplete");
});
