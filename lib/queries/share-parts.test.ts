import { expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { shareParts } from "./share-parts";

const train = { executionId: "1", label: "41fa0c7", kind: "track" as const };
const station = (waiting: PipelineRow["stations"][number]["waiting"]) => ({
  stage: "Build",
  standing: "Succeeded" as const,
  waiting,
  gateClosed: false,
});
const row = (name: string, sentence: PipelineRow["sentence"], waiting = [train].slice(1)): PipelineRow => ({
  target: "prod-eu",
  name,
  executionMode: "QUEUED",
  status: "Succeeded",
  running: 0,
  stations: [station(waiting)],
  sentence,
  asOf: null,
});

test("rows say the same as before, and what they say alike is one object", () => {
  const make = () => [
    row("a", { text: "Succeeded" }),
    row("b", { text: "Succeeded" }),
    row("c", { lead: "Build failed.", text: "Succeeded" }),
    row("d", { text: "Succeeded" }, [train]),
  ];
  const rows = shareParts(make());
  expect(rows).toEqual(make());
  const [a, b, c] = rows;
  expect(b?.sentence).toBe(a?.sentence);
  expect(c?.sentence).not.toBe(a?.sentence);
  expect(b?.stations[0]?.waiting).toBe(a?.stations[0]?.waiting);
});

test("a row is as old as the second in which it was read, never younger than it is", () => {
  const read = (name: string, asOf: string) => ({ ...row(name, { text: "Succeeded" }), asOf });
  const rows = shareParts([
    read("a", "2026-11-21T17:14:59.219Z"),
    read("b", "2026-11-21T17:14:59.999Z"),
    read("c", "2026-11-21T17:15:00.000Z"),
  ]);
  expect(rows.map(({ asOf }) => asOf)).toEqual([
    "2026-11-21T17:14:59.000Z",
    "2026-11-21T17:14:59.000Z",
    "2026-11-21T17:15:00.000Z",
  ]);
});
