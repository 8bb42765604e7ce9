import { jsonProtocol } from "../json-protocol";
import type { Protocol } from "../protocol";
import { queryCodeOf } from "../query-codes";

/** Errors of SQS whose names in the older query protocol carry the name of the service. */
const LONG_QUERY_CODES: Record<string, string> = {
  QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue",
  EmptyBatchRequest: "AWS.SimpleQueueService.EmptyBatchRequest",
  TooManyEntriesInBatchRequest: "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
  BatchEntryIdsNotDistinct: "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
  InvalidBatchEntryId: "AWS.SimpleQueueService.InvalidBatchEntryId",
  InvalidParameterValueException: "InvalidParameterValue",
  MissingRequiredParameterException: "MissingParameter",
};
const OWN_ERRORS =
  /^(Queue|ReceiptHandle|Batch|InvalidAddress|InvalidAttributeName|InvalidBatch|EmptyBatch|TooMany)/;
const json = jsonProtocol("1.0");

function queryCode(code: string): string {
  return Object.hasOwn(LONG_QUERY_CODES, code) ? (LONG_QUERY_CODES[code] ?? code) : queryCodeOf(code);
}

/** JSON 1.0 as SQS speaks it: older names of errors travel in a header, which SDKs prefer. */
export const sqsProtocol: Protocol = {
  ...json,
  failure: ({ code, status, message }) => ({
    status,
    body: JSON.stringify({
      __type: `${OWN_ERRORS.test(code) ? "com.amazonaws.sqs" : "com.amazon.coral.service"}#${code}`,
      message,
    }),
    headers: { "x-amzn-query-error": `${queryCode(code)};${status >= 500 ? "Receiver" : "Sender"}` },
  }),
};
