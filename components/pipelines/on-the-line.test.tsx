import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnServerNow } from "@/lib/queries/server-now";
import { CHECKOUT_NOW, checkoutWeb } from "./checkout-web-fixture";
import { OnTheLine } from "./on-the-line";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(cleanup);

const messages = () =>
  screen
    .getAllByRole("listitem")
    .map((row) => /(Show|Drop|Apple|Round|Lazy|Checkout|Promo)/.exec(row.textContent)?.[0]);

test("rows keep their places under the pointer, stay live, and new ones wait to be shown", () => {
  const state = checkoutWeb();
  const { rerender } = render(<OnTheLine state={state} dialogOpen={false} />);
  const before = messages();
  fireEvent.pointerEnter(screen.getByRole("region", { name: "Executions" }));

  const later = checkoutWeb();
  const [first, ...rest] = later.onTheLine;
  if (first === undefined) {
    throw new Error("nothing on the line");
  }
  later.onTheLine = rest;
  later.finishedLast = [{ ...first, standing: "Failed", status: "Failed" }, ...later.finishedLast];
  rerender(<OnTheLine state={later} dialogOpen={false} />);
  expect(messages()).toEqual(before);
  expect(screen.getAllByRole("listitem")[0]?.textContent).toContain("Failed");

  fireEvent.click(screen.getByRole("button", { name: "1 changed, show" }));
  expect(messages()[0]).toBe("Drop");
  expect(screen.queryByRole("button")).toBeNull();
});

const shorter = () => {
  const later = checkoutWeb();
  later.onTheLine = later.onTheLine.slice(1);
  return later;
};

test("rows keep their places while the focus goes from one to the next, and until it has left", () => {
  const { rerender } = render(<OnTheLine state={checkoutWeb()} dialogOpen={false} />);
  const before = messages();
  const [one, other] = screen.getAllByRole("link");
  if (one === undefined || other === undefined) throw new Error("rows are links");
  fireEvent.focus(one);
  rerender(<OnTheLine state={shorter()} dialogOpen={false} />);
  // A browser draws between the two.
  fireEvent.blur(one, { relatedTarget: other });
  fireEvent.focus(other);
  expect(messages()).toEqual(before);
  fireEvent.blur(other, { relatedTarget: document.body });
  expect(messages()[0]).toBe("Drop");
});

test("the pointer that leaves does not let go of rows that the focus is in", () => {
  const { rerender } = render(<OnTheLine state={checkoutWeb()} dialogOpen={false} />);
  const before = messages();
  const list = screen.getByRole("region", { name: "Executions" });
  fireEvent.pointerEnter(list);
  act(() => screen.getAllByRole("link")[0]?.focus());
  fireEvent.pointerLeave(list);
  rerender(<OnTheLine state={shorter()} dialogOpen={false} />);
  expect(messages()).toEqual(before);
});

test("once the rows that waited are shown, which takes the button and its focus away, they are let go of", () => {
  const { rerender } = render(<OnTheLine state={checkoutWeb()} dialogOpen={false} />);
  act(() => screen.getAllByRole("link")[0]?.focus());
  rerender(<OnTheLine state={shorter()} dialogOpen={false} />);
  const show = screen.getByRole("button", { name: "1 changed, show" });
  act(() => show.focus());
  fireEvent.click(show);
  rerender(<OnTheLine state={checkoutWeb()} dialogOpen={false} />);
  expect(messages()[0]).toBe("Show");
});

test("rows change at once when nobody is reading them", () => {
  const { rerender } = render(<OnTheLine state={checkoutWeb()} dialogOpen={false} />);
  const later = checkoutWeb();
  later.onTheLine = later.onTheLine.slice(1);
  rerender(<OnTheLine state={later} dialogOpen={false} />);
  expect(messages()[0]).toBe("Drop");
});

test("an execution without a commit message says so, and a rollback is marked", () => {
  const state = checkoutWeb();
  state.onTheLine = state.onTheLine
    .slice(0, 1)
    .map((execution) => ({ ...execution, revisions: [], executionType: "ROLLBACK" }));
  render(<OnTheLine state={state} dialogOpen={false} />);
  expect(screen.getByText("No commit message")).toBeTruthy();
  expect(screen.getByText("rollback")).toBeTruthy();
});
