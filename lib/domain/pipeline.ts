import type { Instant } from "./instant";
import type { Standing } from "./standing";

/** One sentence for people. `lead` is the weighty part shown bold, `text` the rest; they read as one sentence. */
export interface Sentence {
  lead?: string;
  text: string;
}

/** An execution on the small rail: inside a stage, or waiting in front of it. */
export interface Train {
  executionId: string;
  /** Short id of its first source revision, or of the execution when AWS gave no revision. */
  label: string;
  /** run = working, person = waits for a person, track = waits for the stage or a closed gate. */
  kind: "run" | "person" | "track";
}

/** One stage on the small rail. */
export interface Station {
  stage: string;
  standing: Standing;
  percentComplete?: number;
  /** Short id of the revision at rest here; absent when the stage never ran. */
  revision?: string;
  /** The execution at work in the stage. */
  train?: Train;
  /** Executions waiting in front of the stage, the next to enter first. */
  waiting: Train[];
  /** Whether the transition into this stage is closed. */
  gateClosed: boolean;
  /** The condition the stage failed by, where AWS would let somebody override it. */
  overridable?: "BEFORE_ENTRY" | "ON_SUCCESS";
  /** PARALLEL mode only: executions inside the stage now. */
  count?: number;
  /** PARALLEL mode only: what the executions inside are called, where there are any. */
  labels?: string[];
}

/** One pipeline as the overview lists it. */
export interface PipelineRow {
  target: string;
  name: string;
  /** SUPERSEDED, QUEUED or PARALLEL, or a newer mode by its own name. */
  executionMode: string;
  /** V1 or V2. */
  pipelineType?: string;
  version?: number;
  /** The headline: what wants attention most. `null` until the pipeline has been read once. */
  status: Standing | null;
  percentComplete?: number;
  /** Executions in flight; shown as a count in PARALLEL mode. */
  running: number;
  stations: Station[];
  sentence: Sentence;
  /** Last change of any action or transition seen. */
  changedAt?: Instant;
  /** When an open approval ends, the earliest if several: of status Approval those of the stage its sentence names, else all. */
  approvalExpiresAt?: Instant;
  /** PARALLEL mode only: where the newest execution failed, if it did. */
  failed?: { stage: string; executionId: string };
  /** The IAM action that AWS denies for this pipeline alone, whatever its target may: all else is as it was at `asOf`. */
  denied?: string;
  /** When AWS last answered for this pipeline; null when it never did. */
  asOf: Instant | null;
}
