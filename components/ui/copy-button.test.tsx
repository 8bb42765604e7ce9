import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CopyButton } from "./copy-button";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const press = () => act(async () => void fireEvent.click(screen.getByRole("button")));
const said = () => document.querySelector("[aria-live]")?.textContent;

test("what was copied is said for two seconds", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  render(<CopyButton text="arn:aws:codepipeline" label="Copy ARN" />);
  await press();
  expect(write).toHaveBeenCalledExactlyOnceWith("arn:aws:codepipeline");
  expect(said()).toBe("Copied");
  act(() => void vi.advanceTimersByTime(1999));
  expect(said()).toBe("Copied");
  act(() => void vi.advanceTimersByTime(1));
  expect(said()).toBe("Copy ARN");
});

test("a browser that gives no clipboard is told of", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  render(<CopyButton text="arn:aws:codepipeline" />);
  await press();
  expect(said()).toBe("Not copied");
});
