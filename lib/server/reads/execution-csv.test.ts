import fc from "fast-check";
import { expect, it } from "vitest";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionCsv, executionCsvHead } from "./execution-csv";

const EXECUTION: ExecutionSummary = {
  id: "9f2c71aa-0000-4000-8000-000000000001",
  standing: "Failed",
  status: "Failed",
  startedAt: "2026-11-20T14:00:00.000Z",
  updatedAt: "2026-11-20T14:02:30.000Z",
  revisions: [
    { action: "App", id: "7b09f1e", shortId: "7b09f1e", summary: "Round VAT", author: "kaya" },
    { action: "Infra", id: "90fd1a2", shortId: "90fd1a2" },
  ],
  trigger: { type: "WebhookV2", text: "push", by: "kaya" },
  executionType: "STANDARD",
  stages: [],
};

/** Cells of one line, read as RFC 4180 says. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, text = ""]) => text.replaceAll('""', '"'));
}

const recordOf = (execution: ExecutionSummary) => {
  const cells = cellsOf(executionCsv(execution));
  return Object.fromEntries(cellsOf(executionCsvHead()).map((name, index) => [name, cells[index]]));
};

it("a line has what the row shows", () => {
  expect(recordOf(EXECUTION)).toMatchObject({
    executionId: EXECUTION.id,
    durationSeconds: "150",
    endedAt: "2026-11-20T14:02:30.000Z",
    triggeredBy: "kaya",
    revision: "7b09f1e",
    message: "Round VAT",
    otherRevisions: "Infra=90fd1a2",
  });
  expect(recordOf({ ...EXECUTION, status: "InProgress" })).toMatchObject({
    endedAt: "",
    durationSeconds: "",
  });
});

it("whatever a message says comes back from its cell, and none is a formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (summary) => {
      const revisions = [{ action: "App", id: "1", shortId: "1", summary }];
      expect([summary, `'${summary}`]).toContain(recordOf({ ...EXECUTION, revisions }).message);
    }),
  );
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "|calc"])
    expect(recordOf({ ...EXECUTION, stopReason: formula }).stopReason).toBe(`'${formula}`);
});
