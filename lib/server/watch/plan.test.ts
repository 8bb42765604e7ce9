import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knowing, next, order } from "../testing/planned";
import { LIMIT_MS, Plan } from "./plan";
import { restLimitMs, restLimits } from "./rest-limits";

const QUIET = { ageMs: 0, held: false };

describe("the list", () => {
  test("comes first when it was never read, and again when it is due", () => {
    const plan = new Plan();
    knowing(plan, "a", null);
    expect(next(plan, 1e6, { ageMs: null, held: false })).toEqual({ kind: "list" });
    expect(next(plan, 1e6, { ageMs: LIMIT_MS.list, held: false })).toEqual({ kind: "list" });
  });

  test("under way holds nothing up", () => {
    const plan = new Plan();
    knowing(plan, "a", null);
    expect(next(plan, 1e6, { ageMs: null, held: true })).toEqual({ kind: "pipeline", name: "a" });
  });
});

test("never read comes first, looked at before others; then hinted, hot, glanced at, and the oldest", () => {
  const plan = new Plan();
  knowing(plan, "rest", LIMIT_MS.rest * 2);
  knowing(plan, "older", LIMIT_MS.rest * 3);
  knowing(plan, "shallow", 10, { shallow: true });
  knowing(plan, "hot", LIMIT_MS.hot + 5, { running: true });
  knowing(plan, "hinted", 10);
  knowing(plan, "new", null);
  knowing(plan, "wanted", null);
  plan.look("wanted", 1e6);
  plan.hint("hinted");
  expect(order(plan)).toEqual(["wanted", "new", "hinted", "hot", "shallow", "older", "rest"]);
});

test("what is being read is not planned again before that has ended, even when it is hinted", () => {
  const plan = new Plan();
  knowing(plan, "a", null);
  plan.begin("a");
  plan.hint("a");
  expect(next(plan).kind).toBe("wait");
  plan.took("a", { readAt: { ms: 1e6, mono: 1e6 }, running: false, shallow: false });
  expect(next(plan)).toEqual({ kind: "pipeline", name: "a" });
});

test("with nothing due it says how long", () => {
  const plan = new Plan();
  knowing(plan, "a", 4000);
  knowing(plan, "b", 1000, { running: true });
  expect(next(plan)).toEqual({ kind: "wait", waitMs: LIMIT_MS.hot - 1000 });
  expect(next(new Plan(), 1e6, { ageMs: 28_000, held: false })).toEqual({ kind: "wait", waitMs: 2000 });
});

test("a look is over after a while", () => {
  const plan = new Plan();
  knowing(plan, "a", 0);
  plan.look("a", 1e6);
  expect(next(plan)).toEqual({ kind: "wait", waitMs: LIMIT_MS.hot });
  expect(next(plan, 1e6 + 14_999)).toEqual({ kind: "pipeline", name: "a" });
  plan.begin("a");
  plan.took("a", { readAt: { ms: 1e6 + 14_999, mono: 1e6 + 14_999 }, running: false, shallow: false });
  expect(next(plan, 1e6 + 20_000)).toEqual({ kind: "wait", waitMs: LIMIT_MS.rest - 5001 });
});

test("a hint of what is not known is told as such", () => {
  expect(new Plan().hint("nobody")).toBe(false);
});

test("at rest a large target is read at ten a second, and never less often than every five minutes", () => {
  expect([42, 1000, 10_000].map((count) => restLimitMs(count))).toEqual([15_000, 100_000, 300_000]);
  expect([42, 500, 1000].map((count) => restLimitMs(count, true))).toEqual([15_000, 150_000, 300_000]);
});

test("a large target whose pipelines were read at once has them read ever more evenly, none too late", () => {
  const count = 1000;
  const restMs = restLimitMs(count);
  const plan = new Plan();
  for (let index = 0; index < count; index += 1) knowing(plan, `p${index}`, index / count);
  const limits = { hotMs: LIMIT_MS.hot, ...restLimits(count, restMs) };
  const readMono = new Map<string, number>();
  const perSecond = new Map<number, number>();
  const endMono = 1e6 + 4 * restMs;
  for (let mono = 1e6; mono < endMono; ) {
    const turn = plan.next({ nowMs: mono, mono }, QUIET, limits);
    if (turn.kind !== "pipeline") {
      mono += turn.kind === "wait" ? Math.max(1, turn.waitMs) : 0;
      continue;
    }
    expect(mono - (readMono.get(turn.name) ?? 1e6)).toBeLessThanOrEqual(restMs + 1);
    readMono.set(turn.name, mono);
    const second = Math.floor((mono - 1e6) / 1000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    plan.begin(turn.name);
    plan.took(turn.name, { readAt: { ms: mono, mono }, running: false, shallow: false });
  }
  const mostIn = (fromMs: number) =>
    Math.max(...[...perSecond].flatMap(([second, reads]) => (second * 1000 >= fromMs ? reads : [])));
  expect(mostIn(0)).toBeGreaterThan(400);
  expect(mostIn(3 * restMs)).toBeLessThanOrEqual(70);
});

test("what rests and is due waits for its turn where the server has no time, and what is hot does not", () => {
  const plan = new Plan();
  for (const name of ["a", "b"]) knowing(plan, name, 200_000);
  knowing(plan, "hot", LIMIT_MS.hot, { running: true });
  const limits = { hotMs: LIMIT_MS.hot, restMs: 100_000, restApartMs: 100, dueApartMs: 50 };
  const planned = (mono: number) => {
    const turn = plan.next({ nowMs: mono, mono }, QUIET, limits);
    if (turn.kind === "pipeline") plan.begin(turn.name);
    return turn;
  };
  const names = [1e6, 1e6].map((mono) => planned(mono));
  expect(names.map((turn) => turn.kind === "pipeline" && turn.name)).toEqual(["hot", "a"]);
  expect(planned(1e6 + 20)).toEqual({ kind: "wait", waitMs: 30 });
  expect(planned(1e6 + 50)).toEqual({ kind: "pipeline", name: "b" });
});

interface World {
  ageMs: number | null;
  running: boolean;
  shallow: boolean;
  lookedAt: boolean;
  hinted: boolean;
  heldMs: number;
}

const worldOf = fc.array(
  fc.record<World>({
    ageMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
    running: fc.boolean(),
    shallow: fc.boolean(),
    lookedAt: fc.boolean(),
    hinted: fc.boolean(),
    heldMs: fc.constantFrom(0, 0, 0, 500),
  }),
  { maxLength: 40 },
);

function planOf(world: readonly World[]): Plan {
  const plan = new Plan();
  for (const [index, { ageMs, running, shallow, lookedAt, hinted, heldMs }] of world.entries()) {
    const name = `p${index}`;
    knowing(plan, name, ageMs, { running, shallow });
    if (heldMs > 0) {
      plan.begin(name);
      plan.failed(name, 1e6 + heldMs, { at: { ms: 1e6, mono: 1e6 }, denied: false });
    }
    if (lookedAt) plan.look(name, 1e6);
    if (hinted) plan.hint(name);
  }
  return plan;
}

function isDue({ ageMs, running, shallow, lookedAt, hinted, heldMs }: World): boolean {
  if (heldMs > 0) return false;
  if (ageMs === null || hinted) return true;
  if (running || lookedAt) return ageMs >= LIMIT_MS.hot;
  return shallow || ageMs >= LIMIT_MS.rest;
}

test("everything that is due gets its turn exactly once, and nothing else", () => {
  fc.assert(
    fc.property(worldOf, (world) => {
      const due = world.flatMap((one, index) => (isDue(one) ? [`p${index}`] : []));
      expect(order(planOf(world)).sort()).toEqual(due.sort());
    }),
  );
});

/** Names read in so many turns, while many others are due again as soon as they were read. */
function readBeside(many: number, turns: number, plan: Plan, dueAgain: (name: string) => void): string[] {
  for (let index = 0; index < many; index += 1) knowing(plan, `hot${index}`, 0, { running: true });
  const names: string[] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    for (let index = 0; index < many; index += 1) dueAgain(`hot${index}`);
    const mono = 1e6 + turn * LIMIT_MS.hot;
    const planned = next(plan, mono);
    if (planned.kind !== "pipeline") break;
    names.push(planned.name);
    plan.begin(planned.name);
    const running = planned.name.startsWith("hot");
    plan.took(planned.name, { readAt: { ms: mono, mono }, running, shallow: false });
  }
  return names;
}

test("however much is hot or hinted, what has been due longest is read within eight turns", () => {
  const oldest = fc.record({ shallow: fc.boolean(), hinted: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.boolean(), oldest, (many, areHinted, facts) => {
      const plan = new Plan();
      knowing(plan, "oldest", 600_000, facts);
      if (facts.hinted) plan.hint("oldest");
      // Whatever was read is due again at once: by events, or because reading all of it takes that long.
      const names = readBeside(many, 8, plan, (name) => void (areHinted && plan.hint(name)));
      expect(names).toContain("oldest");
    }),
  );
});

test("a hint makes nothing wait longer, whatever was never read", () => {
  const plan = new Plan();
  for (let index = 0; index < 20; index += 1) knowing(plan, `new${index}`, null);
  knowing(plan, "oldest", 600_000);
  plan.hint("oldest");
  expect(order(plan).slice(0, 8)).toContain("oldest");
});

test("what was only glanced at is read again after everything was glanced at, however old the first is", () => {
  const plan = new Plan();
  for (let index = 0; index < 20; index += 1) knowing(plan, `new${index}`, null);
  knowing(plan, "glanced", 600_000, { shallow: true });
  expect(order(plan).indexOf("glanced")).toBe(20);
});

test("a turn among 10,000 looks at no more of them than one among 100 does, but for the depth of a heap", () => {
  const seen = [100, 10_000].map((count) => {
    const plan = new Plan();
    let looks = 0;
    for (let index = 0; index < count; index += 1) {
      const mono = 1e6 - LIMIT_MS.rest - index;
      const readAt = {
        mono,
        get ms() {
          looks += 1;
          return mono;
        },
      };
      plan.know(`p${index}`, { readAt, running: false, shallow: false });
    }
    looks = 0;
    const turn = next(plan);
    expect(turn).toEqual({ kind: "pipeline", name: `p${count - 1}` });
    return looks;
  });
  expect(seen[1]).toBe(seen[0]);
});
