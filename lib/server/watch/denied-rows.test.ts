import { describe, expect, test } from "vitest";
import { RowDelta } from "@/lib/contract/live";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { StageState } from "@/lib/domain/pipeline-state";
import { action, stage } from "@/lib/domain/testing/line";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { Denials } from "./denials";
import type { Reading } from "./read-pipeline";
import { toOutside, toStored } from "./stored-pipelines";
import { TargetRecords } from "./target-records";
import type { Trouble } from "./trouble";

const READ_AT = { ms: 1, mono: 1 };
const PERMISSION = "codepipeline:GetPipelineState";

function reading(name: string, stages: StageState[] = []): Reading {
  const facts = { executionMode: "SUPERSEDED", status: "Succeeded", running: 0, stations: [] };
  const sentence = { text: "It is in Prod" };
  const row = { target: "t", name, ...facts, sentence, asOf: "2026-11-21T03:00:00.000Z" };
  const state = { row, stages, onTheLine: [], finishedLast: [], consoleUrl: "https://example.com/" };
  const kept = { depth: "row" as const, fingerprint: name, executions: [], denials: new Denials() };
  return { state, depth: "row", kept };
}

/** Records of `a`, which was read, and of `b`, which was not, and what they tell from then on. */
function known() {
  const records = new TargetRecords("t");
  const changes: PipelineChange[] = [];
  records.merge([{ name: "a" }, { name: "b" }], () => true);
  records.took("a", reading("a"), READ_AT);
  records.onChanges = (batch) => changes.push(...batch);
  const row = () => records.all().map((record) => records.rowOf(record))[0];
  return { records, changes, row };
}

function denied(tries: number, facts: Partial<AwsFailure> = {}): Trouble {
  const failure = { kind: "denied" as const, code: "AccessDenied", message: "no", ambiguous: false };
  return {
    failure: { ...failure, permission: PERMISSION, ...facts },
    ...{ sinceMs: 0, tries, nextTryAtMs: tries, nextTryMono: tries },
  };
}

describe("a pipeline that was read and is denied alone", () => {
  test("has a row that says so, told once however often it is tried, and its end is told", () => {
    const { records, changes, row } = known();
    records.failed("a", denied(1));
    records.failed("a", denied(2));
    expect(row()).toMatchObject({ status: "Succeeded", denied: PERMISSION });
    records.took("a", reading("a"), READ_AT);
    expect(row()).not.toHaveProperty("denied");
    expect(changes).toEqual([
      { target: "t", name: "a", version: 4, set: { denied: PERMISSION } },
      { target: "t", name: "a", version: 5, set: { denied: null } },
    ]);
    expect(changes.map(({ set }) => RowDelta.safeParse(set).success)).toEqual([true, true]);
  });

  test.each<[string, Partial<AwsFailure>]>([
    ["fails otherwise", { kind: "unreachable" }],
    ["lacks its role", { permission: "sts:AssumeRole" }],
  ])("tells nothing by its row when it %s, since its target does", (_, facts) => {
    const { records, changes } = known();
    records.failed("a", denied(1, facts));
    expect(changes).toEqual([]);
  });

  test("costs the rows of others nothing: without it, a row is the very one that was read", () => {
    const { records, row } = known();
    expect(row()).toBe(records.get("a")?.state?.row);
  });

  test("is known to whoever follows, and its end as well", () => {
    const { records } = known();
    const heard: PipelineChange[] = [];
    const follower = new TargetRecords("t");
    follower.onChanges = (batch) => heard.push(...batch);
    const follow = () =>
      follower.apply(
        records.all().map((record) => toOutside(toStored(record.name, record.version, record))),
        { version: records.version },
      );
    follow();
    records.failed("a", denied(1));
    follow();
    records.took("a", reading("a"), READ_AT);
    follow();
    expect(heard.slice(2).map(({ name, set }) => [name, set])).toEqual([
      ["a", { denied: PERMISSION }],
      ["a", { denied: null }],
    ]);
  });

  test("has the inbox asked for again where it needs a person", () => {
    const { records, changes } = known();
    const stages = [
      stage("Prod", { standing: "Failed", actions: [action("deploy", { standing: "Failed" })] }),
    ];
    records.took("b", reading("b", stages), READ_AT);
    changes.length = 0;
    for (const name of ["a", "b"]) records.failed(name, denied(1));
    expect(changes).toMatchObject([{ name: "a" }, { name: "b", inbox: true }]);
    expect(changes[0]).not.toHaveProperty("inbox");
  });
});
