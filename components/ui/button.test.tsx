import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Button } from "./button";

afterEach(cleanup);

test("a button that is off keeps the focus, says why, and does nothing", () => {
  let pressed = 0;
  const reason = "Your role viewer may look. Stopping needs operator or admin.";
  render(
    <Button disabledReason={reason} onClick={() => pressed++}>
      Stop…
    </Button>,
  );
  const button = screen.getByRole("button");
  fireEvent.click(button);
  expect(pressed).toBe(0);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.hasAttribute("disabled")).toBe(false);
  const description = button.getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(description)?.textContent).toBe(reason);
});

test("a button that is on can be pressed", () => {
  let pressed = 0;
  render(<Button onClick={() => pressed++}>Stop…</Button>);
  fireEvent.click(screen.getByRole("button", { name: "Stop…" }));
  expect(pressed).toBe(1);
});
