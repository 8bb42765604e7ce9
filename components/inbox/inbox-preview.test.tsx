import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { InboxPreview } from "./inbox-preview";
import type { ItemPresence } from "./item-presence";

afterEach(cleanup);

const place = { kind: "approval" as const, target: "prod-eu", pipeline: "shop", stage: "Prod" };

function show(presence: ItemPresence) {
  const nothing = { item: undefined, reply: undefined, problem: undefined };
  render(<InboxPreview place={place} presence={presence} {...nothing} onPress={() => undefined} />);
}

test("a link to what is in nobody's inbox says that it needs nobody any more", () => {
  show("settled");
  expect(screen.getByText("It needs nobody any more.")).toBeDefined();
});

test("a link to what may be among the items left out says so, and calls nothing settled", () => {
  show("left-out");
  expect(screen.queryByText("It needs nobody any more.")).toBeNull();
  expect(screen.getByText(/^The inbox has more than is listed/)).toBeDefined();
});
