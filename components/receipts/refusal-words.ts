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
  "execution.ended": "Not sent: it has ended",
  "execution.stopping": "Not sent: it is stopping already",
  "press.in-flight": "Not sent: somebody else is pressing here",
  "stage.not-found": "Not sent: the stage is gone",
  "action.not-found": "Not sent: the action is gone",
  "store.unavailable": "Not sent: the store is not available",
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
  ConflictException: "Refused: AWS is busy with this pipeline",
};
