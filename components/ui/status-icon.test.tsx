import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { KNOWN_STANDINGS } from "@/lib/domain/standing";
import { StatusIcon } from "./status-icon";

afterEach(cleanup);

test.each([
  ["Succeeded", "Succeeded"],
  ["InProgress", "In progress"],
  ["Approval", "Approval"],
  ["ClosedGate", "Closed gate"],
  ["NotYetRun", "Not yet run"],
  ["Draining", "Draining"],
])("%s is called %j", (standing, name) => {
  render(<StatusIcon standing={standing} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(name);
});

test("a percentage is part of the name", () => {
  render(<StatusIcon standing="InProgress" percent={62} />);
  expect(screen.getByRole("img", { name: "Running 62 %" })).toBeTruthy();
});

test("old data is told in the past", () => {
  render(<StatusIcon standing="Failed" drained />);
  expect(screen.getByRole("img", { name: "was Failed" })).toBeTruthy();
});

test("beside its own word it is hidden from readers", () => {
  render(<StatusIcon standing="Failed" decorative />);
  expect(screen.queryByRole("img")).toBeNull();
});

test("every status has a drawing of its own", () => {
  const drawings = [...KNOWN_STANDINGS, "Draining"].map(
    (standing) => render(<StatusIcon standing={standing} />).container.querySelector("svg")?.innerHTML,
  );
  expect(new Set(drawings).size).toBe(KNOWN_STANDINGS.length + 1);
});
