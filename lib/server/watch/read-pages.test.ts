import { expect, test } from "vitest";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { AwsActionExecution } from "../codepipeline/list-action-executions";
import { Denials } from "./denials";
import type { Reading } from "./read-pipeline";
import { TargetRecords } from "./target-records";

const AT = { ms: 1, mono: 1 };
const MOST = 100;

function reading(name: string, actions: AwsActionExecution[] | undefined): Reading {
  const state: PipelineState = {
    row: {
      target: "t",
      name,
      executionMode: "SUPERSEDED",
      status: "Succeeded",
      running: 0,
      stations: [],
      sentence: { text: "" },
      asOf: null,
    },
    stages: [],
    onTheLine: [],
    finishedLast: [],
    consoleUrl: "https://example.com/",
  };
  const kept = { depth: "full" as const, fingerprint: "", executions: [], actions, denials: new Denials() };
  return { state, depth: "full", kept };
}

/** Records of a target, of each of which the page was read. */
function pagesRead(count: number) {
  const records = new TargetRecords("t");
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  records.merge(
    names.map((name) => ({ name, version: 1 })),
    () => true,
  );
  const read = (name: string) => records.took(name, reading(name, [{ pipelineExecutionId: name }]), AT);
  for (const name of names) read(name);
  const withActions = () =>
    names.filter((name) => {
      const kept = records.get(name)?.kept;
      expect(kept?.depth).toBe(kept?.actions ? "full" : "row");
      return kept?.actions !== undefined;
    });
  return { records, names, read, withActions };
}

test("actions are kept of the pages that were read last, and of the others what a row needs", () => {
  const { names, read, withActions } = pagesRead(MOST + 3);
  expect(withActions()).toEqual(names.slice(3));
  read("p0");
  expect(withActions()).toEqual(["p0", ...names.slice(4)]);
});

test("a read that carries on what was kept makes no page one of the last", () => {
  const { records, names, read, withActions } = pagesRead(MOST);
  records.took("p0", reading("p0", records.get("p0")?.kept?.actions), AT);
  records.merge(
    [...names, "new"].map((name) => ({ name, version: 1 })),
    () => true,
  );
  read("new");
  expect(withActions()).toEqual(names.slice(1));
});
