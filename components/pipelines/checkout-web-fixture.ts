import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { Train } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Standing } from "@/lib/domain/standing";
import { at, executionOf, REVISIONS, type Sha } from "./checkout-web-revisions-fixture";
import { STAGES } from "./checkout-web-stages-fixture";

function waiting(sha: Sha): Train {
  return { executionId: executionOf(sha), label: sha, kind: "track" };
}

const NAMES = STAGES.map((each) => each.name);

function run(
  sha: Sha,
  standing: Standing,
  path: Standing[],
  startedAt: string,
  more: Partial<ExecutionSummary> = {},
) {
  const reached = path.length - 1;
  return {
    id: executionOf(sha),
    standing,
    status: ["Approval", "ClosedGate", "Queued"].includes(standing) ? "InProgress" : standing,
    startedAt,
    updatedAt: startedAt,
    revisions: [REVISIONS[sha]],
    trigger: { type: "WebhookV2", text: "push", by: REVISIONS[sha].author },
    executionMode: "QUEUED",
    executionType: "STANDARD",
    stage: NAMES[reached],
    stages: NAMES.map((name, index) => ({ stage: name, standing: path[index] ?? "NotYetRun" })),
    ...more,
  } satisfies ExecutionSummary;
}

const OK = "Succeeded";
const ON_THE_LINE: ExecutionSummary[] = [
  run("e41c9d2", "InProgress", [OK, "InProgress"], at("03:00:10"), { percentComplete: 62 }),
  run("7b09f1e", "Queued", [OK, OK, OK, "Queued"], at("02:31:10")),
  run("c08d3aa", "Approval", [OK, OK, OK, "Approval"], at("01:46:10")),
  run("5512be0", "ClosedGate", [OK, OK, OK, OK, "ClosedGate"], at("01:14:10")),
  run("41fa0c7", "ClosedGate", [OK, OK, OK, OK, "ClosedGate"], at("01:08:10")),
];
const FINISHED_LAST: ExecutionSummary[] = [
  run("3ad8c55", "Failed", [OK, OK, OK, OK, "Failed"], at("00:30:00"), { updatedAt: at("03:08:21") }),
  run("77e0b12", "Stopped", [OK, OK, "Stopped"], at("00:10:00"), {
    updatedAt: at("01:12:00"),
    stopReason: "Draft",
  }),
  run("9c1e07b", "Succeeded", [OK, OK, OK, OK, OK], "2026-11-20T17:40:00.000Z", {
    updatedAt: "2026-11-20T18:10:00.000Z",
  }),
];

const STATE: PipelineState = {
  row: {
    target: "prod-eu",
    name: "checkout-web",
    executionMode: "QUEUED",
    pipelineType: "V2",
    version: 14,
    status: "Failed",
    running: 5,
    stations: [
      { stage: "Source", standing: OK, revision: "e41c9d2", waiting: [], gateClosed: false },
      {
        stage: "Build",
        standing: "InProgress",
        percentComplete: 62,
        revision: "7b09f1e",
        train: { executionId: executionOf("e41c9d2"), label: "e41c9d2", kind: "run" },
        waiting: [],
        gateClosed: false,
      },
      { stage: "Staging", standing: OK, revision: "7b09f1e", waiting: [], gateClosed: false },
      {
        stage: "Approve",
        standing: "Approval",
        train: { executionId: executionOf("c08d3aa"), label: "c08d3aa", kind: "person" },
        waiting: [waiting("7b09f1e")],
        gateClosed: false,
      },
      {
        stage: "Prod",
        standing: "Failed",
        revision: "3ad8c55",
        waiting: [waiting("41fa0c7"), waiting("5512be0")],
        gateClosed: true,
      },
    ],
    sentence: { lead: "deploy-eu failed", text: "for 3ad8c55, and the gate into Prod is closed." },
    changedAt: at("03:11:50"),
    approvalExpiresAt: at("05:04:10"),
    asOf: at("03:12:08"),
  },
  stages: STAGES,
  waiting: {
    cause: "failure",
    stage: "Prod",
    executionId: executionOf("3ad8c55"),
    since: at("03:08:21"),
    lead: "Prod is not moving:",
    text: "deploy-eu failed for 3ad8c55.",
    gate: {
      cause: "gate",
      stage: "Prod",
      text: "The gate into Prod is closed by m.okafor: 5xx after 3ad8c55 (INC-481). 41fa0c7 and 5512be0 wait in front of it.",
      since: at("02:57:00"),
      until: "2026-12-21T02:57:00.000Z",
    },
  },
  onTheLine: ON_THE_LINE,
  finishedLast: FINISHED_LAST,
  consoleUrl: "https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline/pipelines/checkout-web/view",
};

/** Moment at which the fixture is read. */
export const CHECKOUT_NOW = at("03:12:10");

/** A fresh copy of the state of a queued pipeline in which most things happen at once, for tests. */
export function checkoutWeb(): PipelineState {
  return structuredClone(STATE);
}

/** The same as the reply of the state route. */
export function checkoutWebReply(): PipelineStateReply {
  return {
    state: checkoutWeb(),
    version: 7,
    freshness: { kind: "live", asOf: at("03:12:08") },
    now: CHECKOUT_NOW,
  };
}
