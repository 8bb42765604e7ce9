import { describe, expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import type { StageState } from "./pipeline-state";
import { action, execution, inbound, revision, stage } from "./testing/line";
import {
  approval,
  atGate,
  behind,
  closed,
  compiling,
  factsOf,
  failed,
  heldBy,
  neverRun,
  said,
  window,
} from "./testing/waiting-line";
import { whyWaiting } from "./why-waiting";

function why(stages: StageState[], executions: ExecutionSummary[] = [], executionMode = "QUEUED"): string {
  return said(whyWaiting(factsOf(stages, executions, executionMode)));
}

const rows: Array<[string, StageState[], string]> = [
  [
    "a failure behind a closed gate holds up who stands there",
    [
      stage("Prod", {
        standing: "Failed",
        revision: revision("3ad8c55"),
        actions: [failed],
        transition: closed,
        inbound: behind,
      }),
    ],
    `[Prod is not moving:] deploy-eu failed for 3ad8c55. + ${atGate}`,
  ],
  [
    "a failure at a closed gate that holds nobody tells of both",
    [stage("Prod", { standing: "Failed", actions: [failed], transition: closed })],
    "[Prod is not moving:] deploy-eu failed for aaaaaaa, and the gate into Prod is closed.",
  ],
  [
    "a gate whose reason ends a sentence holds nobody",
    [stage("Prod", { transition: { ...closed, reason: "Freeze!" } })],
    "The gate into Prod is closed by m.okafor: Freeze! Nobody stands in front of it.",
  ],
  [
    "a failure with nobody behind it",
    [stage("Prod", { standing: "Failed", revision: revision("3ad8c55"), actions: [failed] })],
    "[Prod is not moving:] deploy-eu failed for 3ad8c55.",
  ],
  [
    "an approval waits for a person",
    [
      stage("Approve", {
        standing: "Approval",
        revision: revision("c08d3aa"),
        actions: [action("ship-to-prod", { standing: "Approval", approval })],
        inbound: [inbound("7b09f1e")],
      }),
    ],
    "[Approve is not moving:] c08d3aa waits for a person to answer ship-to-prod. 7b09f1e stands behind it.",
  ],
  [
    "a closed gate holds up who stands there",
    [stage("Source"), stage("Prod", { transition: closed, inbound: behind })],
    "[Prod is not moving:] the gate into Prod is closed by m.okafor: Index rebuild. 41fa0c7 and 5512be0 stand behind it.",
  ],
  [
    "a closed gate with nobody in front of it holds up nobody",
    [stage("Source"), stage("Prod", { transition: { enabled: false } })],
    "The gate into Prod is closed. Nobody stands in front of it.",
  ],
  [
    "a rule that is being evaluated holds its stage",
    [heldBy(window)],
    "[Prod is being held:] rule window Mon-Fri of the entry condition is still being evaluated for aaaaaaa.",
  ],
  [
    "a rule that waits for a deployment window says when that opens",
    [heldBy({ ...window, opensAt: "2026-11-21T03:30:00.000Z" })],
    "[Prod is being held:] rule window Mon-Fri of the entry condition is still being evaluated for aaaaaaa; the window opens 21 Nov 2026, 03:30:00 UTC.",
  ],
  [
    "a window that opens when the rule's time is up is told as such",
    [heldBy({ ...window, opensAt: "2026-11-23T09:00:00.000Z" })],
    "[Prod is being held:] rule window Mon-Fri of the entry condition is still being evaluated for aaaaaaa; the window opens 23 Nov 2026, 09:00:00 UTC, after AWS has given up on it.",
  ],
  [
    "a failure that may be rolled back by itself says what decides on that",
    [
      stage("Prod", {
        standing: "Failed",
        failureResult: "ROLLBACK",
        actions: [failed],
        onFailure: { standing: "InProgress", rules: [window] },
      }),
    ],
    "[Prod is not moving:] deploy-eu failed for aaaaaaa; it is rolled back by itself if rule window Mon-Fri of the failure condition is met.",
  ],
  [
    "several rules of a condition are named, and those that are done are not",
    [
      stage("Prod", {
        standing: "InProgress",
        onSuccess: {
          standing: "InProgress",
          rules: [window, { name: "alarm", standing: "InProgress" }, { name: "done", standing: "Succeeded" }],
        },
      }),
    ],
    "[Prod is being held:] rules window Mon-Fri and alarm of the success condition are still being evaluated for aaaaaaa.",
  ],
  [
    "a queue says behind which execution, and what that does",
    [
      stage("Bake", {
        standing: "InProgress",
        revision: revision("be19c03"),
        actions: [compiling],
        inbound: behind,
      }),
    ],
    "[41fa0c7 and 5512be0 wait for Bake:] it is occupied, compile runs for be19c03 in Bake.",
  ],
  [
    "a queue behind a rule says which",
    [
      stage("Prod", {
        standing: "InProgress",
        beforeEntry: { standing: "InProgress", rules: [window] },
        inbound: [inbound("41fa0c7")],
      }),
    ],
    "[41fa0c7 waits for Prod:] it is occupied, rule window Mon-Fri of the entry condition is still being evaluated for aaaaaaa.",
  ],
  [
    "in front of a free stage the next one enters",
    [stage("Bake", { inbound: [inbound("41fa0c7")] })],
    "[41fa0c7 waits for Bake:] the stage is free, so 41fa0c7 enters next.",
  ],
  [
    "what runs is named, with how far it is",
    [
      stage("Test", {
        standing: "InProgress",
        percentComplete: 35,
        actions: [compiling, action("lint", { standing: "InProgress" })],
      }),
    ],
    "compile and lint run for aaaaaaa in Test, 35 %.",
  ],
  [
    "a stage that runs nothing at this moment is between two actions",
    [stage("Test", { standing: "InProgress" })],
    "aaaaaaa is in Test, between two actions.",
  ],
  ["what rests rests", [stage("Prod")], "aaaaaaa went through Prod, and nothing waits here."],
  [
    "nothing ever ran in any stage",
    [neverRun("Source"), neverRun("Build"), neverRun("Prod")],
    "It has not run yet.",
  ],
  [
    "nothing ever ran, and would not get further than the first closed gate",
    [
      neverRun("Source"),
      neverRun("Build", { transition: closed }),
      neverRun("Prod", { transition: { enabled: false } }),
    ],
    "It has not run yet. + The gate into Build is closed by m.okafor: Index rebuild.",
  ],
  ["a pipeline without stages has an answer", [], "It has not run yet."],
  [
    "a status AWS adds is told by its name",
    [stage("Source", { standing: "Draining" })],
    "AWS reports “Draining” of Source, a status this version does not know.",
  ],
  [
    "a cancelled execution says what cancels",
    [stage("Test", { standing: "Cancelled" })],
    "aaaaaaa was cancelled in Test: the pipeline was changed while it ran.",
  ],
  [
    "a skipped stage says what skipped it",
    [
      stage("Load", {
        standing: "Skipped",
        beforeEntry: { standing: "Failed", rules: [], summary: "no change" },
      }),
    ],
    "Load skipped by its entry condition: no change.",
  ],
];

describe("whyWaiting", () => {
  test.each(rows)("%s", (_, stages, expected) => {
    expect(why(stages)).toBe(expected);
  });

  test("an execution between stages is on its way", () => {
    expect(why([stage("Test")], [execution("be19c03", { status: "InProgress" })])).toBe(
      "be19c03 is on its way to the next stage.",
    );
  });

  test("what was stopped says why, and what is being stopped what it waits for", () => {
    const stopped = [execution("e0", { status: "Stopped", stopReason: "wrong rate file" })];
    expect(why([stage("Test", { standing: "Stopped" })], stopped)).toBe(
      "[Test is not moving:] aaaaaaa was stopped here: wrong rate file.",
    );
    expect(why([stage("Test", { standing: "Stopping", actions: [compiling] })], stopped)).toBe(
      "[Test is stopping:] aaaaaaa is being stopped: wrong rate file, and waits for compile to end.",
    );
  });

  test("who lost the place to whom is said where it happened", () => {
    const times = (startedAt: string, updatedAt: string) => ({ startedAt, updatedAt });
    const executions = [
      execution("7b09f1e", {
        status: "InProgress",
        ...times("2026-11-21T02:00:00.000Z", "2026-11-21T02:30:00.000Z"),
      }),
      execution("5512be0", {
        status: "Superseded",
        stage: "Prod",
        ...times("2026-11-21T01:00:00.000Z", "2026-11-21T02:20:00.000Z"),
      }),
    ];
    const prod = stage("Prod", { transition: closed, inbound: [inbound("7b09f1e")] });
    expect(why([prod], executions, "SUPERSEDED")).toContain("5512be0 was superseded by 7b09f1e.");
    expect(why([stage("Prod", { transition: closed, inbound: [inbound("9")] })], executions)).not.toContain(
      "superseded",
    );
  });

  test("of a pipeline that never ran no stage is named, and its gate holds nobody there is time left for", () => {
    const waiting = whyWaiting(factsOf([neverRun("Source"), neverRun("Prod", { transition: closed })]));
    expect(waiting.stage).toBeUndefined();
    expect(waiting.gate).toMatchObject({ stage: "Prod", since: closed.changedAt });
    expect(waiting.gate?.until).toBeUndefined();
  });

  test("times that tick are instants", () => {
    expect(whyWaiting(factsOf([stage("Prod", { transition: closed, inbound: behind })]))).toMatchObject({
      cause: "gate",
      stage: "Prod",
      since: closed.changedAt,
      until: "2026-12-21T02:57:00.000Z",
    });
    const asking = stage("Approve", {
      standing: "Approval",
      actions: [action("ok", { standing: "Approval", approval })],
    });
    expect(whyWaiting(factsOf([asking]))).toMatchObject({
      since: approval.askedAt,
      until: approval.expiresAt,
    });
    const held = stage("Prod", {
      standing: "InProgress",
      onFailure: { standing: "InProgress", rules: [window] },
    });
    expect(whyWaiting(factsOf([held]))).toMatchObject({ cause: "rule", until: window.endsBy });
    const working = stage("Build", { standing: "InProgress", actions: [compiling] });
    expect(whyWaiting(factsOf([working])).running).toEqual([
      { action: "compile", since: compiling.startedAt },
    ]);
  });
});
