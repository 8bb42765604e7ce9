import fc from "fast-check";
import { expect, it } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { receiptCsv, receiptCsvHead } from "./receipt-csv";

const RECEIPT: Receipt = {
  id: "00000000-0000-4000-8000-000000000001",
  verb: "stop",
  target: "dev-eu",
  pipeline: "shop",
  person: { id: "operator", name: "Olivia Brandt" },
  state: "confirmed",
  recordedAt: "2026-11-21T03:00:00.000Z",
};

/** Cells of one line, read as RFC 4180 says. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, text = ""]) => text.replaceAll('""', '"'));
}

it("every text comes back from its cell, however many quotes, commas and lines it has", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (reason) => {
      const cells = cellsOf(receiptCsv({ ...RECEIPT, reason }));
      expect(cells).toHaveLength(cellsOf(receiptCsvHead()).length);
      expect([reason, `'${reason}`]).toContain(cells[9]);
    }),
  );
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", '=HYPERLINK("http://x")', "|calc", "%0A=1"])(
  "no spreadsheet takes a reason for a formula: %j",
  (reason) => {
    expect(cellsOf(receiptCsv({ ...RECEIPT, reason }))[9]).toBe(`'${reason}`);
  },
);

it("the execution a press started has a column", () => {
  const cells = cellsOf(receiptCsv({ ...RECEIPT, verb: "release", startedExecutionId: "e2e1" }));
  expect(cells[cellsOf(receiptCsvHead()).indexOf("startedExecutionId")]).toBe("e2e1");
});
