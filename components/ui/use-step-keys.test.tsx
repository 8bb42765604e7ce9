import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useStepKeys } from "./use-step-keys";

afterEach(cleanup);

function List() {
  useStepKeys();
  return (
    <>
      <input aria-label="Filter" />
      {["one", "two", "three"].map((name) => (
        <button key={name} type="button" data-step>
          {name}
        </button>
      ))}
    </>
  );
}

const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const focused = () => document.activeElement?.textContent;

test("j and k go from row to row, and stay at the ends", () => {
  render(<List />);
  press("j");
  expect(focused()).toBe("one");
  for (const _ of ["two", "three", "three"]) press("j");
  expect(focused()).toBe("three");
  press("k");
  expect(focused()).toBe("two");
  for (const _ of ["one", "one"]) press("k");
  expect(focused()).toBe("one");
  press("Escape");
  expect(document.activeElement).toBe(document.body);
});

test("nothing moves while something is typed, nor with a modifier", () => {
  render(<List />);
  screen.getByRole("textbox").focus();
  press("j");
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  screen.getByRole("textbox").blur();
  press("j", { ctrlKey: true });
  expect(document.activeElement).toBe(document.body);
});
