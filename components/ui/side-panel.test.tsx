import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { SidePanel } from "./side-panel";

afterEach(cleanup);

function page(panel: { covers: boolean } | undefined) {
  return (
    <>
      <button type="button">compile</button>
      {panel && (
        <SidePanel titleId="title" covers={panel.covers}>
          <h2 id="title">Build</h2>
        </SidePanel>
      )}
    </>
  );
}

test("a panel that fills the screen takes the focus and gives it back", () => {
  const { rerender } = render(page(undefined));
  const from = screen.getByRole("button", { name: "compile" });
  from.focus();
  rerender(page({ covers: true }));
  expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Build" }));
  rerender(page(undefined));
  expect(document.activeElement).toBe(from);
});

test("a panel beside the page leaves the focus where it is", () => {
  const { rerender } = render(page(undefined));
  const from = screen.getByRole("button", { name: "compile" });
  from.focus();
  rerender(page({ covers: false }));
  expect(screen.getByRole("complementary", { name: "Build" })).toBeTruthy();
  expect(document.activeElement).toBe(from);
});
