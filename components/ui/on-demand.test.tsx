import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DialogOnDemand } from "./dialog-on-demand";
import { InlineOnDemand } from "./inline-on-demand";
import { onDemand } from "./on-demand";

afterEach(cleanup);

function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>;
}

/** A part that arrives once the network is there. */
function part() {
  const network = { gone: true, asked: 0 };
  const greeting = onDemand(async () => {
    network.asked++;
    if (network.gone) throw new TypeError("Failed to fetch");
    return Greeting;
  });
  return { network, greeting };
}

test("a part that did not arrive is asked for again by a press", async () => {
  const { network, greeting } = part();
  render(<InlineOnDemand part={greeting} hand={{ name: "Ada" }} />);
  expect((await screen.findByRole("alert")).textContent).toContain("did not arrive");
  network.gone = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Hello Ada")).toBeTruthy();
  expect(network.asked).toBe(2);
});

test("a part that failed while somebody pointed at its button is asked for again when it opens", async () => {
  const { network, greeting } = part();
  greeting.intent.onPointerEnter();
  await expect.poll(() => greeting.arrival().failed).toBe(true);
  network.gone = false;
  render(<InlineOnDemand part={greeting} hand={{ name: "Ada" }} />);
  expect(await screen.findByText("Hello Ada")).toBeTruthy();
});

test("code that is here or on its way is not asked for twice", async () => {
  const { network, greeting } = part();
  network.gone = false;
  greeting.intent.onPointerEnter();
  greeting.intent.onFocus();
  render(<InlineOnDemand part={greeting} hand={{ name: "Ada" }} />);
  expect(await screen.findByText("Hello Ada")).toBeTruthy();
  greeting.ask();
  expect(network.asked).toBe(1);
});

test("a dialog that did not arrive can be closed and asked for again", async () => {
  const { network, greeting } = part();
  let closed = 0;
  render(<DialogOnDemand part={greeting} hand={{ name: "Ada" }} onClose={() => closed++} />);
  expect(await screen.findByRole("heading", { name: "This could not be loaded" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Reload the page" })).toBeTruthy();
  const close = screen.getAllByRole("button", { name: "Close" }).at(-1);
  if (close === undefined) throw new Error("the dialog has no way out");
  fireEvent.click(close);
  expect(closed).toBe(1);
  network.gone = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Hello Ada")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
});
