/** Fields of AWS's answers that people are meant to see, and nothing else is; everything else stays on the server. */
export const SHOWN_ON_PURPOSE: readonly RegExp[] = [
  // What people wrote, and what AWS says about how a thing went.
  /\.(summary|revisionSummary|statusSummary|disabledReason|reason|message|code|customData)$/,
  // Links, and the ids they lead to.
  /\.(revisionUrl|entityUrl|externalExecutionUrl|externalExecutionId|externalExecutionSummary|logStreamARN)$/,
  // Which revision, from where.
  /\.(revisionId|revisionChangeIdentifier|branch|branchName|created)$/,
  // Who did it.
  /\.(lastUpdatedBy|lastChangedBy|triggerDetail|updatedBy)$/,
];
