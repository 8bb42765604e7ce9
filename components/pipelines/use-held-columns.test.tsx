import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type RailShape, useHeldColumns } from "./use-held-columns";

afterEach(cleanup);

const PLAIN: RailShape = { template: "0px 1fr 20px 1fr", gates: [false, false] };
const GROWN: RailShape = { template: "0px 2fr 20px 1fr", gates: [false, false] };
const CLOSED: RailShape = { template: "0px 1fr 150px 1fr", gates: [false, true] };

function rail(dialogOpen = false) {
  const grid = document.createElement("div");
  const card = grid.appendChild(document.createElement("button"));
  const { result, rerender } = renderHook(
    (shape: RailShape) => useHeldColumns({ current: grid }, shape, dialogOpen),
    { initialProps: PLAIN },
  );
  return { card, result, rerender };
}

test("nothing moves under a card that has the focus, or behind a dialog", () => {
  const { card, result, rerender } = rail();
  act(() => result.current.handlers.onFocus({ target: card }));
  rerender(GROWN);
  expect(result.current.columns).toBe(PLAIN.template);
  act(() => result.current.handlers.onBlur());
  expect(result.current.columns).toBe(GROWN.template);
  const behind = rail(true);
  behind.rerender(GROWN);
  expect(behind.result.current.columns).toBe(PLAIN.template);
});

test("a gate that closes gets the room of its card all the same, and keeps it when it opens", () => {
  const { card, result, rerender } = rail();
  act(() => result.current.handlers.onFocus({ target: card }));
  rerender(CLOSED);
  expect(result.current.columns).toBe(CLOSED.template);
  rerender(PLAIN);
  expect(result.current.columns).toBe(CLOSED.template);
});
