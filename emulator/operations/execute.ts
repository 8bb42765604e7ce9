import type { CallContext } from "../engine/call-context";
import { ServiceError } from "../engine/service-error";
import type { World } from "../engine/world";
import { registry } from "./registry";

/**
 * Runs one operation of CodePipeline 2015-07-09 at the world's `now`. `operationName` is the part of X-Amz-Target after
 * the dot, `body` the parsed JSON. Returns the answer, or undefined for the operations that answer an empty body.
 * Throws ServiceError for everything the service refuses.
 */
export function execute(world: World, ctx: CallContext, operationName: string, body: unknown): unknown {
  const operation = registry.get(operationName);
  if (!operation) {
    throw new ServiceError("UnknownOperationException", `The operation ${operationName} is not known.`, 404);
  }
  return operation.call(world, ctx, body);
}
