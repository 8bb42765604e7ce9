import { expect, test } from "vitest";
import { type LiveAction, type LiveState, liveReducer, NOT_YET } from "./live-state";

const through = (...actions: LiveAction[]): LiveState => actions.reduce(liveReducer, NOT_YET);

test("a stream that begins is live, and stays the same object while it goes on", () => {
  const live = through({ type: "heard" });
  expect(live).toEqual({ kind: "live" });
  expect(liveReducer(live, { type: "heard" })).toBe(live);
});

test("a loss counts from its first moment, however often it is tried again", () => {
  const lost = through({ type: "heard" }, { type: "lost", at: 1000 }, { type: "lost", at: 9000 });
  expect(lost).toEqual({ kind: "lost", since: 1000, tries: 2 });
  expect(liveReducer(lost, { type: "heard" })).toEqual({ kind: "live" });
});

test("a hidden page sleeps through everything, and begins anew when it is seen", () => {
  const asleep = through({ type: "heard" }, { type: "hidden" });
  expect(asleep).toEqual({ kind: "asleep" });
  expect(liveReducer(asleep, { type: "lost", at: 1000 })).toBe(asleep);
  expect(liveReducer(asleep, { type: "heard" })).toBe(asleep);
  expect(liveReducer(asleep, { type: "shown" })).toEqual({ kind: "connecting" });
});

test("a page that is only seen again, without having slept, keeps its standing", () => {
  const lost = through({ type: "lost", at: 1000 });
  expect(liveReducer(lost, { type: "shown" })).toBe(lost);
});

test("signed out is the end", () => {
  const ended = through({ type: "heard" }, { type: "signed-out" });
  expect(liveReducer(ended, { type: "heard" })).toBe(ended);
  expect(liveReducer(ended, { type: "shown" })).toBe(ended);
});
