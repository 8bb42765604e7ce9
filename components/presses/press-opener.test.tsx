import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { OverrideButton } from "./override-button";
import { type PressOpener, PressOpenerContext } from "./press-opener";
import { StageButtons } from "./stage-buttons";
import { StageMenu } from "./stage-menu";

afterEach(cleanup);

const prod = checkoutWeb().stages.find(({ name }) => name === "Prod");
if (prod === undefined) throw new Error("the fixture has a stage Prod");

function within(children: React.ReactNode) {
  const open = vi.fn<PressOpener["open"]>();
  const opener = { open, whyNot: () => undefined, executionMode: "SUPERSEDED", firstStage: "Source" };
  render(<PressOpenerContext value={opener}>{children}</PressOpenerContext>);
  return open;
}

test("an override is asked for the execution that stands there when it is pressed", () => {
  const condition = { standing: "Failed", rules: [{ name: "alarm", standing: "Failed" }] };
  const open = within(<OverrideButton stage={prod} kind="BEFORE_ENTRY" condition={condition} />);
  fireEvent.click(screen.getByRole("button", { name: "Override…" }));
  const address = { verb: "override", stage: "Prod", condition: "BEFORE_ENTRY" };
  expect(open).toHaveBeenCalledWith(address, prod.executionId);
});

test("so is a retry; a rollback is told where to go in its dialog", () => {
  const open = within(<StageButtons stage={prod} />);
  fireEvent.click(screen.getByRole("button", { name: "Retry…" }));
  expect(open).toHaveBeenLastCalledWith({ verb: "retry", stage: "Prod" }, prod.executionId);
  fireEvent.click(screen.getByRole("button", { name: "Roll back…" }));
  expect(open).toHaveBeenLastCalledWith({ verb: "rollback", stage: "Prod" }, undefined);
});

test("and from the menu of the stage", () => {
  HTMLElement.prototype.hidePopover = () => undefined;
  const open = within(<StageMenu stage={prod} />);
  fireEvent.click(screen.getByRole("button", { name: "Retry…", hidden: true }));
  expect(open).toHaveBeenLastCalledWith({ verb: "retry", stage: "Prod" }, prod.executionId);
});
