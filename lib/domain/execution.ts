import type { Instant } from "./instant";
import type { Revision } from "./revision";
import type { Standing } from "./standing";

/** What started an execution, as AWS names it and as people say it. */
export interface Trigger {
  /** AWS's TriggerType, or a newer one by its own name. */
  type: string;
  /** In words, for example `push` or `started by m.okafor`. */
  text: string;
  /** The person behind it where AWS tells: a commit author or a session name. */
  by?: string;
}

/** One execution as lists show it. */
export interface ExecutionSummary {
  id: string;
  /** Where it stands: AWS's status, refined by `Approval`, `ClosedGate` or `Queued` while it is in progress. */
  standing: Standing;
  /** AWS's own status word. */
  status: string;
  percentComplete?: number;
  startedAt?: Instant;
  /** AWS's lastUpdateTime: for a finished execution its end. */
  updatedAt?: Instant;
  revisions: Revision[];
  trigger?: Trigger;
  stopReason?: string;
  executionMode?: string;
  /** STANDARD or ROLLBACK. */
  executionType: string;
  rollbackOf?: string;
  /** Name of the stage it is in, waits in front of, or ended in, where known. */
  stage?: string;
  /** Standing per stage in pipeline order, for the small rail of a row; stages it has not reached are NotYetRun. */
  stages: Array<{ stage: string; standing: Standing; percentComplete?: number }>;
}
