import { describe, expect, it } from "vitest";
import type { ExecutionSummary } from "./execution";
import { placeExecution } from "./execution-place";
import type { StageState } from "./pipeline-state";
import type { Standing } from "./standing";
import { traceRevision } from "./where-is";

const SHA = "7b09f1e2ab7b09f1e2ab7b09f1e2ab7b09f1e2ab";
const AT = "2026-11-21T03:00:00.000Z";
const revision = (id: string) => ({ action: "App", id, shortId: id.slice(0, 7) });

function stage(name: string, executionId: string, sha: string, standing: Standing = "Succeeded"): StageState {
  return {
    name,
    standing,
    executionId,
    revision: revision(sha),
    changedAt: AT,
    inbound: [],
    transition: { enabled: true },
    actions: [],
  };
}

function execution(
  id: string,
  status: string,
  stages: readonly StageState[],
  ran: Record<string, Standing> = {},
  isWhole = false,
): ExecutionSummary {
  const unplaced = {
    id,
    status,
    startedAt: AT,
    updatedAt: AT,
    revisions: [revision(SHA)],
    executionType: "STANDARD",
  };
  return placeExecution(unplaced, stages, new Map(Object.entries(ran)), { isWhole });
}

const NEWER = "aaaaaaa".padEnd(40, "0");
const words = ({ lead, text }: { lead?: string; text: string }) => [lead, text].filter(Boolean).join(" ");

describe("traceRevision", () => {
  it("a revision that every stage shows is in every stage", () => {
    const stages = [stage("Source", "e1", SHA), stage("Prod", "e1", SHA)];
    const trace = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("In every stage.");
    expect(trace.stops).toEqual([
      { stage: "Source", standing: "Succeeded", here: true, at: AT },
      { stage: "Prod", standing: "Succeeded", here: true, at: AT },
    ]);
  });

  it("the last stage still shows it while newer ones come", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Prod", "e1", SHA)];
    const trace = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("In Prod. Source already has aaaaaaa.");
    expect(trace.stops[0]).toEqual({
      ...{ stage: "Source", standing: "Succeeded", here: false },
      now: { executionId: "e2", label: "aaaaaaa" },
    });
  });

  it("each stage that it went through says when, as far as that is known", () => {
    const stages = [stage("Beta", "e2", NEWER), stage("Gamma", "e2", NEWER), stage("Prod", "e2", NEWER)];
    const known: Record<string, string> = { Beta: "2026-11-20T01:00:00.000Z", Prod: AT };
    const { stops } = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA, (id, name) =>
      id === "e1" ? known[name] : undefined,
    );
    expect(stops.map(({ stage: name, at }) => [name, at])).toEqual([
      ["Beta", known.Beta],
      ["Gamma", undefined],
      ["Prod", AT],
    ]);
  });

  it("a stage whose action still runs in another execution does not take that one's time for its own", () => {
    const action = {
      name: "train",
      runOrder: 1,
      category: "Build",
      owner: "AWS",
      provider: "CodeBuild",
      standing: "InProgress",
      executionId: "e0",
      inputArtifacts: [],
      outputArtifacts: [],
      configuration: [],
    };
    const stages = [{ ...stage("Train", "e1", SHA), actions: [action] }];
    const carried = [execution("e1", "Succeeded", stages)] as const;
    expect(traceRevision(carried, stages, SHA).stops[0]).not.toHaveProperty("at");
    expect(traceRevision(carried, stages, SHA, () => "2026-11-21T06:46:24.000Z").stops[0]).toMatchObject({
      at: "2026-11-21T06:46:24.000Z",
    });
  });

  it("what went through and was replaced says by what", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Prod", "e2", NEWER)];
    const trace = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("Went through. Prod has aaaaaaa now.");
  });

  it("what went through and was skipped by the last stage is not said to be there", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Build", "e2", NEWER), stage("Prod", "e0", NEWER)];
    const through = execution("e1", "Succeeded", stages, { Source: "Succeeded", Build: "Succeeded" }, true);
    expect(words(traceRevision([through], stages, SHA).sentence)).toBe(
      "Went through, but not into Prod. Prod has aaaaaaa now.",
    );
    const still = [stage("Source", "e1", SHA), stage("Prod", "e1", SHA, "Skipped")];
    const trace = traceRevision([execution("e1", "Succeeded", still)], still, SHA);
    expect(words(trace.sentence)).toBe("Went through, but not into Prod.");
  });

  it("a rollback that brought it back puts it into its stage", () => {
    const rolled = { ...stage("Prod", "e9", SHA), executionType: "ROLLBACK" };
    const stages = [stage("Source", "e2", NEWER), rolled];
    const trace = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA);
    expect(trace.stops[1]?.here).toBe(true);
    expect(words(trace.sentence)).toBe("In Prod. Source already has aaaaaaa.");
  });

  it("one that failed says where, and what is there now", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Build", "e2", NEWER), stage("Prod", "e0", NEWER)];
    const failed = execution("e1", "Failed", stages, { Source: "Succeeded", Build: "Failed" });
    const trace = traceRevision([failed], stages, SHA);
    expect(words(trace.sentence)).toBe("Failed in Build. Build has aaaaaaa now.");
    expect(trace.stops.map(({ standing }) => standing)).toEqual(["Succeeded", "Failed", "NotYetRun"]);
  });

  it("one that was superseded in front of a stage says so", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Approve", "e2", NEWER), stage("Prod", "e0", NEWER)];
    const superseded = execution("e1", "Superseded", stages, { Source: "Succeeded" });
    const trace = traceRevision([superseded], stages, SHA);
    expect(words(trace.sentence)).toBe("Superseded before Approve. Approve has aaaaaaa now.");
  });

  it("one that waits says for what", () => {
    const source = stage("Source", "e1", SHA);
    const inbound = {
      ...{ executionId: "e1", label: "7b09f1e", kind: "track" as const, status: "InProgress" },
      ...{ executionType: "STANDARD", revisions: [] },
    };
    const behind = { ...stage("Prod", "e0", NEWER, "InProgress"), inbound: [inbound] };
    const closed = { ...behind, transition: { enabled: false, changedBy: "kaya", reason: "freeze" } };
    const asked = {
      ...stage("Prod", "e1", SHA, "Approval"),
      actions: [
        {
          ...{ name: "ship-to-prod", runOrder: 1, category: "Approval", owner: "AWS", provider: "Manual" },
          ...{ standing: "Approval", inputArtifacts: [], outputArtifacts: [], configuration: [] },
          approval: { executionId: "e1", askedAt: AT, expiresAt: AT, timeoutMs: 1 },
        },
      ],
    };
    const sentence = (prod: StageState) =>
      words(traceRevision([execution("e1", "InProgress", [source, prod])], [source, prod], SHA).sentence);
    expect(sentence(behind)).toBe("Waits in front of Prod. Behind aaaaaaa.");
    expect(sentence(closed)).toBe("Waits in front of Prod. Closed by kaya: freeze");
    expect(sentence(asked)).toBe("Waits for approval in Prod. ship-to-prod asks.");
    expect(sentence(stage("Prod", "e1", SHA, "InProgress"))).toBe("Runs in Prod.");
  });

  it("of several executions the one that moves tells, and what any of them reached counts", () => {
    const stages = [stage("Source", "e3", SHA, "InProgress"), stage("Prod", "e0", NEWER)];
    const again = execution("e3", "InProgress", stages);
    const before = execution("e1", "Failed", stages, { Source: "Succeeded", Prod: "Failed" });
    const trace = traceRevision([again, before], stages, SHA);
    expect(trace.execution.id).toBe("e3");
    expect(trace.stops.map(({ standing }) => standing)).toEqual(["InProgress", "Failed"]);
  });

  it.each([
    ["Stopped", { Source: "Succeeded" }, "Stopped before Prod. In Prod by e1."],
    ["Failed", { Source: "Failed" }, "Failed in Source. In Prod by e1."],
    ["Cancelled", { Source: "Succeeded" }, "Cancelled before Prod. In Prod by e1."],
  ])("another run of what is live that ended %s after %j says both", (status, ran, told) => {
    const stages = [stage("Source", "e2", SHA, ran.Source), stage("Prod", "e1", SHA)];
    const again = execution("e2", status, stages, ran);
    const first = execution("e1", "Succeeded", stages);
    const { sentence, stops } = traceRevision([again, first], stages, SHA);
    expect(words(sentence)).toBe(told);
    expect(stops[1]).toMatchObject({ here: true, standing: "Succeeded" });
  });

  it("another run of what is live that moves says both", () => {
    const stages = [stage("Source", "e2", SHA, "InProgress"), stage("Prod", "e1", SHA)];
    const again = execution("e2", "InProgress", stages);
    const trace = traceRevision([again, execution("e1", "Succeeded", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("Runs in Source. In Prod by e1.");
  });

  it("a rollback to it that failed does not make it live", () => {
    const stages = [stage("Source", "e2", NEWER), stage("Prod", "e9", SHA, "Failed")];
    const trace = traceRevision([execution("e1", "Succeeded", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("Failed in Prod.");
  });

  it("a status of tomorrow is told by its own name", () => {
    const stages = [stage("Source", "e1", SHA, "Draining")];
    const trace = traceRevision([execution("e1", "Draining", stages)], stages, SHA);
    expect(words(trace.sentence)).toBe("Draining in Source.");
  });

  it("without the stages the execution alone tells", () => {
    const trace = traceRevision([execution("e1", "Failed", [])], [], SHA);
    expect(words(trace.sentence)).toBe("Failed.");
    expect(trace.stops).toEqual([]);
  });
});
