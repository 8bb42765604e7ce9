/** What is pressed: an execution that waits at the approval Ask in Sign, is in Ship, or has ended. */
export type Thing = { pipeline: string; executionId: string };

/** The text that names a press at AWS: AWS keeps it, so that any witness can tell whose effect one is. */
export const textOf = (key: string) => `press ${key}`;

/** One verb: where and what is posted, which operation AWS gets, and where that holds the text. */
export type PressedVerb = {
  verb: string;
  /** How often, beside the others. */
  weight: number;
  path: (thing: Thing) => string;
  body: (thing: Thing, text: string) => object;
  operation: string;
  textIn: (input: JournalInput) => string | undefined;
};

/** What of AWS's requests the witnesses need. */
export type JournalInput = {
  pipelineName?: string;
  pipelineExecutionId?: string;
  reason?: string;
  result?: { summary?: string };
};

const TARGET = "dev-eu";
const pipelineOf = ({ pipeline }: Thing) => `/api/pipelines/${TARGET}/${pipeline}`;

const approval = (verb: string, result: string): PressedVerb => ({
  verb,
  weight: 4,
  path: (thing) => `${pipelineOf(thing)}/stages/Sign/actions/Ask/approval`,
  body: ({ executionId }, summary) => ({ executionId, result, summary }),
  operation: "PutApprovalResult",
  textIn: ({ result: given }) => given?.summary,
});

const stop = (verb: string, abandon: boolean): PressedVerb => ({
  verb,
  weight: 2,
  path: (thing) => `${pipelineOf(thing)}/executions/${thing.executionId}/stop`,
  body: (_thing, reason) => ({ abandon, reason }),
  operation: "StopPipelineExecution",
  textIn: ({ reason }) => reason,
});

/** Every verb there is; a new one is a new entry. */
export const VERBS: readonly PressedVerb[] = [
  approval("approve", "Approved"),
  approval("reject", "Rejected"),
  stop("stop", false),
  stop("abandon", true),
];
