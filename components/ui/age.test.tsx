import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { learnServerNow } from "@/lib/queries/server-now";
import { Age } from "./age";

afterEach(cleanup);

test("an age is counted from the server's now, with the exact instant for the pointer", () => {
  learnServerNow("2026-11-21T03:12:10.000Z");
  render(<Age at="2026-11-21T03:08:00.000Z" />);
  const time = screen.getByText("4 min");
  expect(time.getAttribute("title")).toBe("21 Nov 2026, 03:08:00 UTC");
  expect(time.getAttribute("datetime")).toBe("2026-11-21T03:08:00.000Z");
});

test("a later reply moves every age on", () => {
  learnServerNow("2026-11-21T03:12:10.000Z");
  render(<Age at="2026-11-21T03:08:00.000Z" ago precise />);
  expect(screen.getByText("4 min 10 s ago")).toBeTruthy();
  act(() => learnServerNow("2026-11-21T05:12:10.000Z"));
  expect(screen.getByText("2 h 04 min ago")).toBeTruthy();
});
