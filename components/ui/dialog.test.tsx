import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { Dialog } from "./dialog";
import { Field } from "./field";

afterEach(cleanup);

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Stop…
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Stop e41c9d2?">
        <Field label="Reason" value="" onChange={() => undefined} first />
      </Dialog>
    </>
  );
}

function openIt(): HTMLElement {
  render(<Page />);
  const opener = screen.getByRole("button", { name: "Stop…" });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

test("a dialog is named by its title and puts the cursor into its first field", () => {
  openIt();
  expect(screen.getByRole("dialog", { name: "Stop e41c9d2?" })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText("Reason"));
});

test("closed by Esc or its cross, it gives the focus back to where it came from", () => {
  const opener = openIt();
  fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
  fireEvent.click(opener);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
});
