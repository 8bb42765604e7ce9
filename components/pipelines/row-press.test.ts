import { expect, test } from "vitest";
import type { PipelineRow, Station } from "@/lib/domain/pipeline";
import { rowPress } from "./row-press";

const train = { executionId: "e1", label: "c08d3aa", kind: "track" } as const;

function row(status: string, station: Partial<Station>, more: Partial<PipelineRow> = {}): PipelineRow {
  const rest = { running: 0, sentence: { text: "" }, asOf: null, executionMode: "SUPERSEDED" };
  const at = { stage: "Prod EU", standing: "Succeeded", waiting: [], gateClosed: false, ...station };
  return { target: "prod-eu", name: "shop", status, stations: [at], ...rest, ...more };
}

test("an approval, a failure and a gate with something waiting lead to their decision", () => {
  expect(rowPress(row("Approval", { standing: "Approval" }))).toEqual({
    label: "Review",
    href: "/pipelines/prod-eu/shop?review=Prod%20EU",
  });
  expect(rowPress(row("Failed", { standing: "Failed" }))?.href).toBe(
    "/pipelines/prod-eu/shop?press=retry/Prod%20EU",
  );
  expect(rowPress(row("ClosedGate", { gateClosed: true, waiting: [train] }))?.href).toBe(
    "/pipelines/prod-eu/shop?press=open-transition/Prod%20EU",
  );
});

test("a stage that failed by a condition leads to its override, for a retry would ask the condition again", () => {
  const failed = { standing: "Failed", overridable: "BEFORE_ENTRY" } as const;
  expect(rowPress(row("Failed", failed))).toEqual({
    label: "Override…",
    href: "/pipelines/prod-eu/shop?press=override/Prod%20EU/BEFORE_ENTRY",
  });
});

test("what goes on by itself, and a failure among several executions of a stage, lead to none", () => {
  expect(rowPress(row("InProgress", { standing: "InProgress" }))).toBeUndefined();
  expect(rowPress(row("ClosedGate", { gateClosed: true }))).toBeUndefined();
  expect(rowPress(row("Failed", { standing: "Failed" }, { executionMode: "PARALLEL" }))).toBeUndefined();
});

test("of several stages it is the last, of which the sentence speaks", () => {
  const at = (...stations: Partial<Station>[]): Station[] =>
    stations.map((one, index) => ({
      ...{ stage: ["Staging", "Prod"][index] ?? "", standing: "Approval", waiting: [], gateClosed: false },
      ...one,
    }));
  expect(rowPress(row("Approval", {}, { stations: at({}, {}) }))?.href).toMatch(/review=Prod$/);
  const failed = at({ standing: "Failed" }, { standing: "Errored", overridable: "ON_SUCCESS" });
  expect(rowPress(row("Failed", {}, { stations: failed }))?.href).toMatch(/override\/Prod\/ON_SUCCESS$/);
  const gates = at({ gateClosed: true, waiting: [train] }, { gateClosed: true, waiting: [train] });
  expect(rowPress(row("ClosedGate", {}, { stations: gates }))?.href).toMatch(/open-transition\/Prod$/);
});
