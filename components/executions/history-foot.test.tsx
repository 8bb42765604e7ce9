import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { HistoryEmpty } from "./history-empty";
import { HistoryFoot } from "./history-foot";

afterEach(cleanup);

const INDEX = { complete: true, reading: false, keepMonths: 36 };
const NOTHING = { hasOlder: false, pauses: false, error: null, onGoOn: () => undefined };

function foot(unread?: number): string | null {
  const index = { ...INDEX, ...(unread !== undefined && { unread }) };
  render(<HistoryFoot found={2} filtered index={index} today="2026-11-21" {...NOTHING} />);
  return screen.getByRole("status").textContent;
}

test("a search that looked at everything says so", () => {
  expect(foot()).toBe("2 executions, all that is known.AWS keeps 12 months, Pipedeck 36.");
});

test("a search for people before all of them are known says what is missing", () => {
  expect(foot(1204)).toBe(
    "2 executions, all that is known yet.Who made 1\u202f204 older executions has not been read yet, so this may be incomplete.",
  );
});

test("so does one that found nothing", () => {
  const filter = { author: "kaya" };
  render(<HistoryEmpty pipeline="shop" filter={filter} unread={3} onClear={() => undefined} />);
  expect(screen.getByText(/Every execution of shop/).textContent).toBe(
    "Every execution of shop that is known was looked at. Who made 3 older executions has not been read yet, so this may be incomplete.",
  );
});
