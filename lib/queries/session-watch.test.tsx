import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leavesAlone } from "./fetch-json";
import { type SessionEnding, watchSession } from "./session-watch";

const MINUTE_MS = 60_000;
const HOURS_MS = 60 * MINUTE_MS;

/** A server whose session ends 30 minutes after the last request that somebody caused, or when it is over. */
class House {
  overAtMs = Date.now() + 12 * HOURS_MS;
  idleAtMs = Date.now() + 30 * MINUTE_MS;
  asked: boolean[] = [];
  readonly told: (SessionEnding | null)[] = [];

  answer = async (_path: string, init: RequestInit): Promise<Response> => {
    const attended = new Headers(init.headers).get("x-pipedeck-unattended") === null;
    this.asked.push(attended);
    if (Date.now() >= Math.min(this.idleAtMs, this.overAtMs)) return new Response("{}", { status: 401 });
    if (attended) this.idleAtMs = Date.now() + 30 * MINUTE_MS;
    return Response.json({
      endsInMs: this.overAtMs - Date.now(),
      idleEndsInMs: this.idleAtMs - Date.now(),
      now: new Date().toISOString(),
    });
  };
}

let house: House;
let leave: AbortController;
let assign: ReturnType<typeof vi.fn<(url: string | URL) => void>>;
beforeEach(() => {
  vi.useFakeTimers();
  house = new House();
  leave = new AbortController();
  assign = vi.fn<(url: string | URL) => void>();
  vi.stubGlobal("fetch", house.answer);
  vi.spyOn(window.location, "assign").mockImplementation(assign);
  watchSession(leave.signal, (ending) => house.told.push(ending));
});
afterEach(() => {
  leave.abort();
  leavesAlone()();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const touch = () => window.dispatchEvent(new Event("pointermove"));

test("a page that nobody is at tells two minutes before, and then leads to the sign-in and back", async () => {
  await vi.advanceTimersByTimeAsync(27 * MINUTE_MS);
  expect(house.told.filter(Boolean)).toEqual([]);
  await vi.advanceTimersByTimeAsync(1.5 * MINUTE_MS);
  const warnings = house.told.filter((ending) => ending !== null);
  expect(warnings[0]).toEqual({ why: "idle", leftMs: 2 * MINUTE_MS });
  expect(assign).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect(assign).toHaveBeenCalledWith(expect.stringMatching(/^\/login\?from=.*&error=SessionIdle$/));
  expect(house.asked.slice(1).some(Boolean)).toBe(false);
});

test("who comes back in time stays, and the warning goes", async () => {
  await vi.advanceTimersByTimeAsync(28.5 * MINUTE_MS);
  expect(house.told.at(-1)).toMatchObject({ why: "idle" });
  touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(house.told.at(-1)).toBeNull();
  await vi.advanceTimersByTimeAsync(27 * MINUTE_MS);
  expect(house.told.at(-1)).toBeNull();
  expect(assign).not.toHaveBeenCalled();
});

test("who is at a page that asks for nothing stays signed in, at a few requests an hour", async () => {
  for (let minute = 0; minute < 120; minute += 1) {
    touch();
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
  }
  expect(house.told.filter(Boolean)).toEqual([]);
  expect(house.asked.length).toBeLessThan(40);
});

test("what another page did counts here too", async () => {
  await vi.advanceTimersByTimeAsync(20 * MINUTE_MS);
  house.idleAtMs = Date.now() + 30 * MINUTE_MS;
  await vi.advanceTimersByTimeAsync(25 * MINUTE_MS);
  expect(house.told.filter(Boolean)).toEqual([]);
});

test("the end of a session that has lasted its time is told, and nothing puts it off", async () => {
  house.overAtMs = Date.now() + 10 * MINUTE_MS;
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS);
  touch();
  await vi.advanceTimersByTimeAsync(2.5 * MINUTE_MS);
  expect(house.told.at(-1)).toMatchObject({ why: "over" });
  const before = house.asked.length;
  for (let move = 0; move < 50; move += 1) touch();
  await vi.advanceTimersByTimeAsync(1000);
  expect(house.asked.length).toBeLessThanOrEqual(before + 1);
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  expect(assign).toHaveBeenCalledWith(expect.stringContaining("error=SessionOver"));
});
