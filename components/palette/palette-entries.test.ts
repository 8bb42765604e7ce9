import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { executionEntries, findEntries, isIdStart, pageEntries, pipelineEntries } from "./palette-entries";

const ID = "5a1de2d4-40f0-4f6c-9a55-0f8f0a1b2c3d";

function row(name: string, status: string, target = "prod-eu"): PipelineRow {
  const train = { executionId: ID, label: "3ad8c55", kind: "run" as const };
  return {
    target,
    name,
    executionMode: "QUEUED",
    status,
    running: 0,
    stations: [{ stage: "Build", standing: status, train, waiting: [], gateClosed: false }],
    sentence: { text: "" },
    asOf: null,
  };
}
const ROWS = [
  row("orders-api", "Succeeded"),
  row("preorders", "Succeeded"),
  row("orders", "Succeeded", "dev-eu"),
  row("checkout-web", "Failed"),
];
const isFresh = () => false;
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label);

test("while nothing is typed the worst pipelines come first", () => {
  expect(labels(pipelineEntries("", ROWS, isFresh))[0]).toBe("checkout-web");
});

test("pipelines are ranked by how well their names answer; a target narrows", () => {
  expect(labels(pipelineEntries("orders", ROWS, isFresh))).toEqual(["orders", "orders-api", "preorders"]);
  expect(labels(pipelineEntries("orders dev", ROWS, isFresh))).toEqual(["orders"]);
  expect(pipelineEntries("orders-api", ROWS, isFresh)[0]?.to).toBe("/pipelines/prod-eu/orders-api");
});

test("what is old is drawn so", () => {
  const isOld = ({ name }: PipelineRow) => name === "orders-api";
  const found = pipelineEntries("orders", ROWS, isOld);
  expect(found.map(({ label, drained }) => [label, drained])).toEqual([
    ["orders", false],
    ["orders-api", true],
    ["preorders", false],
  ]);
});

test("an execution is found by its id, on a line or elsewhere, each once", () => {
  const elsewhere = [{ target: "prod-eu", pipeline: "orders-api", id: ID, about: "Succeeded" }];
  const found = executionEntries("5A1DE2D4", [row("orders-api", "InProgress")], elsewhere);
  expect(found.map(({ to }) => to)).toEqual([`/pipelines/prod-eu/orders-api/executions/${ID}`]);
  expect(executionEntries("orders", ROWS, elsewhere)).toEqual([]);
});

test("the beginning of an id is seven characters or more of it", () => {
  expect([ID, "5a1de2d", "5A1DE2D4-40"].every(isIdStart)).toBe(true);
  expect(["5a1de2", "checkout", "5a1de2d4f", ""].some(isIdStart)).toBe(false);
});

test("what was typed can be looked for as a commit, and as a filter of the overview, whatever it says", () => {
  expect(findEntries("SHOP-1 & #2").map(({ to }) => to)).toEqual([
    "/revisions?q=SHOP-1%20%26%20%232",
    "/?q=SHOP-1%20%26%20%232",
  ]);
  expect(findEntries("")).toEqual([]);
});

test("pages answer to their names", () => {
  expect(labels(pageEntries("inb"))).toEqual(["Inbox"]);
  expect(labels(pageEntries("")).length).toBeGreaterThanOrEqual(4);
});
