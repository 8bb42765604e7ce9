import type { Mishap } from "./faults";
import type { Refusal } from "./protocol";
import type { ServiceCall } from "./service-call";
import { queueArn } from "./sqs/queue-names";

function deniedResource({ operation, input, signed }: ServiceCall, service: string): string {
  if (service === "sqs") return queueArn(signed.caller.account, signed.region);
  const pipeline = input.pipelineName ?? input.name;
  const name = typeof pipeline === "string" ? pipeline : "*";
  if (operation === "AssumeRole") return String(input.RoleArn);
  return `arn:aws:codepipeline:${signed.region}:${signed.caller.account}:${name}`;
}

/** How a fault of that kind refuses the call; undefined when it lets it through. */
export function refusalByFault(
  kind: Mishap["kind"],
  call: ServiceCall,
  service: string,
): Refusal | undefined {
  switch (kind) {
    case "throttle":
      return { code: "ThrottlingException", status: 400, message: "Rate exceeded" };
    case "error500":
      return { code: "InternalFailure", status: 500, message: "The request processing has failed." };
    case "unavailable503":
      return {
        code: "ServiceUnavailable",
        status: 503,
        message: "The service is unavailable. Try again later.",
      };
    case "accessDenied": {
      const action = `${service}:${call.operation}`;
      const message = `User: ${call.signed.caller.arn} is not authorized to perform: ${action} on resource: ${deniedResource(call, service)} because no identity-based policy allows the ${action} action`;
      return { code: "AccessDeniedException", status: 403, message };
    }
    default:
      return undefined;
  }
}
