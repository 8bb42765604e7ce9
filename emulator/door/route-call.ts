import { DoorError } from "./door-error";
import { codePipeline, type Service, sqs, sts } from "./service";

/** Which operation of which service a request names. */
export interface Route {
  service: Service;
  operation: string;
}

const TARGETS: Record<string, Service> = {
  CodePipeline_20150709: codePipeline,
  AmazonSQS: sqs,
};

/** Reads `X-Amz-Target`, or the form's `Action`. Throws DoorError UnknownOperationException (404). */
export function routeCall(
  path: string,
  target: string | undefined,
  contentType: string | undefined,
  body: Buffer,
): Route {
  const [, prefix = "", operation = ""] = /^([A-Za-z0-9_]+)\.([A-Za-z0-9]{1,64})$/.exec(target ?? "") ?? [];
  const service = Object.hasOwn(TARGETS, prefix) ? TARGETS[prefix] : undefined;
  // SQS clients send to the path of the queue, all others to the root.
  if (service !== undefined && (path === "/" || service === sqs)) return { service, operation };
  if (path === "/" && target === undefined && contentType?.startsWith("application/x-www-form-urlencoded")) {
    const action = new URLSearchParams(body.toString("utf8")).get("Action") ?? "";
    if (/^[A-Za-z]{1,64}$/.test(action)) return { service: sts, operation: action };
  }
  throw new DoorError(
    "UnknownOperationException",
    404,
    "The request names no operation of a service that is here: path, X-Amz-Target and Action are not known.",
  );
}
