import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMIT_MS, type PlannedPipeline, planNext } from "./plan";

const list = { ageMs: 0, held: false };

function one(name: string, facts: Partial<PlannedPipeline> = {}): PlannedPipeline {
  return { name, ageMs: 0, hot: false, lookedAt: false, held: false, ...facts };
}

test("the list comes first when it was never read, and again when it is due", () => {
  const due = one("a", { ageMs: null });
  expect(planNext({ list: { ageMs: null, held: false }, pipelines: [due] })).toEqual({ kind: "list" });
  expect(planNext({ list: { ageMs: LIMIT_MS.list, held: false }, pipelines: [due] })).toEqual({
    kind: "list",
  });
});

test("a list under way holds nothing up", () => {
  const plan = planNext({ list: { ageMs: null, held: true }, pipelines: [one("a", { ageMs: null })] });
  expect(plan).toEqual({ kind: "pipeline", name: "a" });
});

test("never seen, looked at first, then hot by age, then the oldest", () => {
  const pipelines = [
    one("rest", { ageMs: LIMIT_MS.rest * 2 }),
    one("older", { ageMs: LIMIT_MS.rest * 3 }),
    one("hot", { ageMs: LIMIT_MS.hot + 5, hot: true }),
    one("hotter", { ageMs: LIMIT_MS.hot + 9, hot: true }),
    one("new", { ageMs: null }),
    one("wanted", { ageMs: null, lookedAt: true }),
  ];
  const order: string[] = [];
  while (pipelines.length > 0) {
    const plan = planNext({ list, pipelines });
    if (plan.kind !== "pipeline") break;
    order.push(plan.name);
    pipelines.splice(
      pipelines.findIndex((pipeline) => pipeline.name === plan.name),
      1,
    );
  }
  expect(order).toEqual(["wanted", "new", "hotter", "hot", "older", "rest"]);
});

test("what is held is left alone", () => {
  const plan = planNext({
    list,
    pipelines: [one("a", { ageMs: null, held: true }), one("b", { ageMs: null })],
  });
  expect(plan).toEqual({ kind: "pipeline", name: "b" });
});

test("with nothing due it says how long", () => {
  const pipelines = [one("a", { ageMs: 4000 }), one("b", { ageMs: 1000, hot: true })];
  expect(planNext({ list, pipelines })).toEqual({ kind: "wait", waitMs: LIMIT_MS.hot - 1000 });
  expect(planNext({ list: { ageMs: 28_000, held: false }, pipelines: [] })).toEqual({
    kind: "wait",
    waitMs: 2000,
  });
});

test("it never plans what is held or not due, and never waits while something is due", () => {
  const pipeline = fc.record({
    name: fc.string(),
    ageMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    hot: fc.boolean(),
    lookedAt: fc.boolean(),
    held: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(pipeline, { selector: ({ name }) => name }), (pipelines) => {
      const isDue = ({ ageMs, hot, lookedAt, held }: PlannedPipeline) =>
        !held && (ageMs === null || ageMs >= (hot || lookedAt ? LIMIT_MS.hot : LIMIT_MS.rest));
      const plan = planNext({ list, pipelines });
      const due = pipelines.filter(isDue).map(({ name }) => name);
      if (plan.kind === "pipeline") expect(due).toContain(plan.name);
      else expect(due).toEqual([]);
    }),
  );
});
