import { expect, test } from "vitest";
import { knowing, next, order } from "../testing/planned";
import { LIMIT_MS, Plan } from "./plan";

test("after a failure it is left alone for as long as was said", () => {
  const plan = new Plan();
  knowing(plan, "a", null);
  plan.begin("a");
  plan.failed("a", 1e6 + 700, { at: { ms: 1e6, mono: 1e6 }, denied: false });
  expect(next(plan)).toEqual({ kind: "wait", waitMs: 700 });
  expect(next(plan, 1e6 + 700)).toEqual({ kind: "pipeline", name: "a" });
});

test("after a throttle it is due as before", () => {
  const plan = new Plan();
  knowing(plan, "a", null);
  knowing(plan, "hot", LIMIT_MS.hot * 2, { running: true });
  plan.begin("a");
  plan.throttled("a");
  expect(order(plan)).toEqual(["a", "hot"]);
});

const FAILED = { at: { ms: 1e6, mono: 1e6 }, denied: false };
const READ = { readAt: { ms: 1e6, mono: 1e6 }, running: false, shallow: false };

test.each<[string, (plan: Plan) => void]>([
  ["was throttled", (plan) => plan.throttled("a")],
  ["failed", (plan) => plan.failed("a", 1e6, FAILED)],
])("a hint is followed anew when its read %s, and no more once it was read", (_how, end) => {
  const plan = new Plan();
  knowing(plan, "a", 10);
  plan.hint("a");
  for (let tries = 0; tries < 3; tries += 1) {
    expect(next(plan)).toEqual({ kind: "pipeline", name: "a" });
    plan.begin("a");
    end(plan);
  }
  plan.begin("a");
  plan.took("a", READ);
  expect(next(plan).kind).toBe("wait");
});

test("a hint whose read failed is followed by the next that had begun, unless that fails, too", () => {
  for (const fails of [false, true]) {
    const plan = new Plan();
    knowing(plan, "a", 10);
    plan.hint("a");
    plan.begin("a");
    plan.begin("a");
    plan.throttled("a");
    if (fails) plan.throttled("a");
    else plan.took("a", READ);
    expect(next(plan).kind).toBe(fails ? "pipeline" : "wait");
  }
});

test("what was never read because that failed comes after what is hinted or hot, and what is denied rests", () => {
  const plan = new Plan();
  knowing(plan, "rest", LIMIT_MS.rest * 2);
  knowing(plan, "hot", LIMIT_MS.hot + 5, { running: true });
  knowing(plan, "hinted", 10);
  plan.hint("hinted");
  for (const [name, ageMs, denied] of [
    ["denied", LIMIT_MS.rest * 3, true],
    ["denied lately", LIMIT_MS.rest - 1, true],
    ["failed", 1, false],
  ] as const) {
    knowing(plan, name, null);
    plan.begin(name);
    plan.failed(name, 1e6 - ageMs, { at: { ms: 1e6 - ageMs, mono: 1e6 - ageMs }, denied });
  }
  expect(order(plan)).toEqual(["hinted", "hot", "failed", "denied", "rest"]);
});

test("what is denied was as good as read when it was last tried, and is no older than that", () => {
  const plan = new Plan();
  knowing(plan, "denied", LIMIT_MS.rest * 9);
  knowing(plan, "rest", LIMIT_MS.rest * 2);
  plan.begin("denied");
  plan.failed("denied", 1e6, { at: { ms: 1e6 - LIMIT_MS.rest, mono: 1e6 - LIMIT_MS.rest }, denied: true });
  expect(order(plan)).toEqual(["rest", "denied"]);
});

test("what was denied is due at once when it may no longer be", () => {
  const plan = new Plan();
  knowing(plan, "hot", LIMIT_MS.hot * 2, { running: true });
  knowing(plan, "denied", null);
  plan.begin("denied");
  plan.failed("denied", 1e6 + 600_000, { at: { ms: 1e6, mono: 1e6 }, denied: true });
  expect(order(plan)).toEqual(["hot"]);
  plan.release("denied");
  expect(order(plan)).toEqual(["denied"]);
});
