/**
 * What is pressed: an execution of a pipeline whose approval Ask is in Sign, before Ship; or of one whose stage Ward has
 * an entry condition that is not met, and an action that fails.
 */
export type Thing = {
  pipeline: string;
  executionId: string;
  kind: "sign" | "ward";
  mode: string;
  /** An earlier execution that went through Ship. */
  good?: string;
};

/** The text that names a press at AWS: AWS keeps it, so that any witness can tell whose effect one is. */
export const textOf = (key: string) => `press ${key}`;

/** One verb: where and what is posted, and which operation AWS gets. */
export type PressedVerb = {
  verb: string;
  /** How often, beside the others. */
  weight: number;
  /** What it can be pressed at. */
  takes: (thing: Thing) => boolean;
  path: (thing: Thing) => string;
  body: (thing: Thing, text: string) => object;
  operation: string;
  /** What AWS is asked for once the press is recorded, and not before; undefined where it is asked before too. */
  look?: string;
  /** What AWS gets instead of the text, where the operation has no room for one. */
  aim?: (thing: Thing) => { stage: string; which: readonly string[] };
};

/** What of AWS's requests the witnesses need. */
export type JournalInput = Readonly<Record<string, unknown>>;

const TARGET = "dev-eu";
const pipelineOf = ({ pipeline }: Thing) => `/api/pipelines/${TARGET}/${pipeline}`;
/** The stage that things of a kind stand at. */
const stageOf = ({ kind }: Thing) => (kind === "sign" ? "Sign" : "Ward");
const any = () => true;
const isSign = ({ kind }: Thing) => kind === "sign";

const approval = (verb: string, result: string): PressedVerb => ({
  verb,
  weight: 4,
  takes: isSign,
  path: (thing) => `${pipelineOf(thing)}/stages/Sign/actions/Ask/approval`,
  body: ({ executionId }, summary) => ({ executionId, result, summary }),
  operation: "PutApprovalResult",
  look: "GetPipelineState",
});

const stop = (verb: string, abandon: boolean): PressedVerb => ({
  verb,
  weight: 2,
  takes: any,
  path: (thing) => `${pipelineOf(thing)}/executions/${thing.executionId}/stop`,
  body: (_thing, reason) => ({ abandon, reason }),
  operation: "StopPipelineExecution",
});

const retry = (mode: string): PressedVerb => ({
  verb: "retry",
  weight: 3,
  takes: any,
  path: (thing) => `${pipelineOf(thing)}/stages/${stageOf(thing)}/retry`,
  body: ({ executionId }, reason) => ({ executionId, mode, reason }),
  operation: "RetryStageExecution",
  look: "GetPipelineState",
  aim: (thing) => ({ stage: stageOf(thing), which: [thing.executionId, mode] }),
});

/** Of the stage behind, where nothing else of the proof stands in a closed gate's way. */
const transition = (verb: string, enabled: boolean): PressedVerb => ({
  verb,
  weight: 2,
  takes: isSign,
  path: (thing) => `${pipelineOf(thing)}/stages/Ship/transition`,
  body: (_thing, reason) => ({ type: "Inbound", enabled, reason }),
  operation: enabled ? "EnableStageTransition" : "DisableStageTransition",
  look: "GetPipelineState",
  ...(enabled ? { aim: () => ({ stage: "Ship", which: [] }) } : {}),
});

export const APPROVE = approval("approve", "Approved");

/** Every verb there is; a new one is a new entry. */
export const VERBS: readonly PressedVerb[] = [
  APPROVE,
  approval("reject", "Rejected"),
  stop("stop", false),
  stop("abandon", true),
  retry("FAILED_ACTIONS"),
  retry("ALL_ACTIONS"),
  {
    verb: "rollback",
    weight: 3,
    takes: ({ good }) => good !== undefined,
    path: (thing) => `${pipelineOf(thing)}/stages/Ship/rollback`,
    body: ({ good }, reason) => ({ targetExecutionId: good, reason }),
    operation: "RollbackStage",
    look: "GetPipelineState",
    aim: ({ good = "" }) => ({ stage: "Ship", which: [good] }),
  },
  {
    verb: "override",
    weight: 6,
    takes: ({ kind }) => kind === "ward",
    path: (thing) => `${pipelineOf(thing)}/stages/Ward/override`,
    body: ({ executionId }, reason) => ({ executionId, condition: "BEFORE_ENTRY", reason }),
    operation: "OverrideStageCondition",
    look: "GetPipelineState",
    aim: ({ executionId }) => ({ stage: "Ward", which: [executionId] }),
  },
  transition("open-transition", true),
  transition("close-transition", false),
  {
    verb: "release",
    weight: 3,
    takes: any,
    path: (thing) => `${pipelineOf(thing)}/executions`,
    body: (_thing, reason) => ({ reason }),
    operation: "StartPipelineExecution",
    look: "ListPipelineExecutions",
  },
];
