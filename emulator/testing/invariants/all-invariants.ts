import { endedIsOver } from "./ended-is-over";
import { executionsEnd } from "./executions-end";
import { fiftyAtMost } from "./fifty-at-most";
import { firstInFirstOut } from "./first-in-first-out";
import type { Invariant } from "./invariant";
import { legalChanges } from "./legal-changes";
import { oneInAStage } from "./one-in-a-stage";
import { oneJob } from "./one-job";
import { pastIsKept } from "./past-is-kept";
import { rollbackTargets } from "./rollback-targets";
import { runOrder } from "./run-order";
import { transitions } from "./transitions";
import { viewsAgree } from "./views-agree";

/** What watches a world while random moves are played in it; approvals, jobs, webhooks, pages and queues are looked after by the moves. */
export const allInvariants: readonly Invariant[] = [
  legalChanges,
  endedIsOver,
  oneInAStage,
  firstInFirstOut,
  runOrder,
  transitions,
  fiftyAtMost,
  rollbackTargets,
  viewsAgree,
  pastIsKept,
  executionsEnd,
  oneJob,
];
