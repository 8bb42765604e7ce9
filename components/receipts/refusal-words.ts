/**
 * Headline of a refusal by its code: AWS's exception name, or the code of our own check before sending.
 * A code without words here is said by its name.
 */
export function refusalWords(code: string, beforeSending: boolean): string {
  const known = beforeSending ? BEFORE_SENDING[code] : BY_AWS[code];
  return known ?? (beforeSending ? "Not sent" : `Refused: ${code}`);
}

const BEFORE_SENDING: Record<string, string> = {
  "approval.moved": "Not sent: it is another execution now",
  "approval.answered": "Not sent: already answered",
  "approval.own-change": "Not sent: it is your own change",
  "approval.first-of-two": "Recorded: waits for a second approver",
  "execution.ended": "Not sent: it has ended",
  "execution.stopping": "Not sent: it is stopping already",
  "press.in-flight": "Not sent: it is being pressed already",
  "press.unsettled": "Not sent: an earlier press is not settled yet",
  "stage.not-found": "Not sent: the stage is gone",
  "action.not-found": "Not sent: the action is gone",
  "store.unavailable": "Not sent: the store is not available",
  "stage.moved": "Not sent: another execution is there now",
  "stage.changed": "Not sent: it changed since you looked",
  "stage.newer-waiting": "Not sent: a newer run is now waiting",
  "pipeline.changed": "Not sent: the pipeline was changed",
  "retry.running": "Not sent: it is at work",
  "retry.nothing-failed": "Not sent: nothing failed there",
  "retry.actions-running": "Not sent: some actions are still at work",
  "rollback.stage-running": "Not sent: the stage is at work",
  "rollback.not-held": "Not sent: the gate could not be closed first",
  "rollback.gate-opened": "Not sent: the gate was opened since",
  "rollback.older-version": "Not sent: it ran with an older version of the pipeline",
  "rollback.not-standard": "Not sent: that is a rollback itself",
  "condition.met": "Not sent: the condition is met",
  "condition.overridden": "Not sent: overridden already",
  "condition.skips": "Not sent: it skips the stage",
  "transition.open": "Not sent: it is open already",
  "transition.closed": "Not sent: it is closed already",
  "release.newer-started": "Not sent: a newer execution was started",
};

const BY_AWS: Record<string, string> = {
  ApprovalAlreadyCompletedException: "Refused: already answered",
  InvalidApprovalTokenException: "Refused: already answered or expired",
  PipelineExecutionNotStoppableException: "Refused: it is not running any more",
  DuplicatedStopRequestException: "Refused: it is stopping already",
  PipelineNotFoundException: "Refused: the pipeline is gone",
  StageNotFoundException: "Refused: the stage is gone",
  ActionNotFoundException: "Refused: the action is gone",
  AccessDeniedException: "Refused: AWS denies it",
  ThrottlingException: "Refused: AWS is throttling",
  StageNotRetryableException: "Refused: the stage cannot be retried",
  NotLatestPipelineExecutionException: "Refused: a later execution is there",
  ConcurrentPipelineExecutionsLimitExceededException: "Refused: too many executions run already",
  ConditionNotOverridableException: "Refused: the condition cannot be overridden",
  UnableToRollbackStageException: "Refused: the stage cannot be rolled back to that",
  PipelineExecutionOutdatedException: "Refused: that execution is too old",
  PipelineExecutionNotFoundException: "Refused: the execution is gone",
  ConflictException: "Refused: AWS is busy with this pipeline",
};
