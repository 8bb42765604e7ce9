import type { CallContext } from "../engine/call-context";
import { execute } from "../operations/execute";
import { DoorError } from "./door-error";
import type { Emulator } from "./emulator";
import { jsonProtocol } from "./json-protocol";
import type { Protocol } from "./protocol";
import { queryProtocol } from "./query-protocol";
import type { ServiceCall } from "./service-call";
import { deleteMessage } from "./sqs/delete-message";
import { deleteMessageBatch } from "./sqs/delete-message-batch";
import { getQueueAttributes } from "./sqs/get-queue-attributes";
import { getQueueUrl } from "./sqs/get-queue-url";
import type { QueueOperation } from "./sqs/queue-operation";
import { receiveMessage } from "./sqs/receive-message";
import { sqsProtocol } from "./sqs/sqs-protocol";
import { accountOfRole, assumeRole } from "./sts/assume-role";
import { getCallerIdentity } from "./sts/get-caller-identity";
import { requireAllowed } from "./sts/session-policy";

/** A service behind the door. */
export interface Service {
  /** Its name in the credential scope. */
  name: string;
  protocol: Protocol;
  /** Whether `--rate` tempers it. */
  tempered: boolean;
  /** The account a request is about: where faults and throttles look. */
  accountOf(call: ServiceCall): string;
  /** Answers, as bytes when it is written already, or undefined where the operation has no output. May be a promise. Throws ServiceError or DoorError. */
  act(emulator: Emulator, call: ServiceCall): unknown;
}

function contextOf({ signed, requestId, host }: ServiceCall): CallContext {
  const { account, arn, sessionName, sourceIdentity } = signed.caller;
  const context: CallContext = {
    account,
    region: signed.region,
    partition: "aws",
    principalArn: arn,
    requestId,
    endpoint: `http://${host}`,
  };
  if (sessionName !== undefined) context.sessionName = sessionName;
  if (sourceIdentity !== undefined) context.sourceIdentity = sourceIdentity;
  return context;
}

const ownAccount = (call: ServiceCall) => call.signed.caller.account;

export const codePipeline: Service = {
  name: "codepipeline",
  protocol: jsonProtocol("1.1"),
  tempered: true,
  accountOf: ownAccount,
  act: (emulator, call) => {
    requireAllowed(call);
    const world = emulator.worldAtNow();
    if (call.operation === "GetPipelineState")
      return emulator.states.answer(world, contextOf(call), call.input);
    return execute(world, contextOf(call), call.operation, call.input);
  },
};

export const sts: Service = {
  name: "sts",
  protocol: queryProtocol,
  tempered: false,
  accountOf: (call) => accountOfRole(call.input.RoleArn) ?? ownAccount(call),
  act: (emulator, { operation, signed, input }) => {
    if (operation === "AssumeRole") return assumeRole(emulator.credentials, signed.caller, input);
    if (operation === "GetCallerIdentity") return getCallerIdentity(signed.caller);
    const version = typeof input.Version === "string" ? input.Version : "2011-06-15";
    throw new DoorError("InvalidAction", 400, `Could not find operation ${operation} for version ${version}`);
  },
};

const QUEUE_OPERATIONS: Record<string, QueueOperation> = {
  ReceiveMessage: receiveMessage,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
  GetQueueUrl: getQueueUrl,
  GetQueueAttributes: getQueueAttributes,
};

export const sqs: Service = {
  name: "sqs",
  protocol: sqsProtocol,
  tempered: false,
  accountOf: ownAccount,
  act: (emulator, call) => {
    const operation = Object.hasOwn(QUEUE_OPERATIONS, call.operation)
      ? QUEUE_OPERATIONS[call.operation]
      : undefined;
    if (operation !== undefined) return operation(emulator, call);
    throw new DoorError(
      "UnknownOperationException",
      404,
      `The operation ${call.operation} of SQS is not there.`,
    );
  },
};
