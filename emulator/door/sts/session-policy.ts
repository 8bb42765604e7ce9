import { DoorError } from "../door-error";
import type { PolicyStatement } from "../policy-statement";
import type { ServiceCall } from "../service-call";

/** What a session policy says; of anything else in it nothing is known. Throws SyntaxError for what is no JSON. */
export function readSessionPolicy(text: string): PolicyStatement[] {
  const document: unknown = JSON.parse(text);
  return listOf(membersOf(document).Statement).map((statement) => {
    const { Effect, Action, Resource } = membersOf(statement);
    return { allow: Effect === "Allow", actions: textsOf(Action), resources: textsOf(Resource) };
  });
}

/**
 * A session may do what its role may and its session policy allows; every role here may everything, so the policy decides.
 * Throws DoorError AccessDeniedException, in AWS's words.
 */
export function requireAllowed(call: ServiceCall): void {
  const { caller, region } = call.signed;
  if (caller.policy === undefined) return;
  const action = `codepipeline:${call.operation}`;
  const resource = resourceOf(call, region);
  const matching = caller.policy.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      resources.some((pattern) => matches(withoutPartition(pattern), withoutPartition(resource))),
  );
  if (matching.length > 0 && matching.every(({ allow }) => allow)) return;
  const why =
    matching.length > 0
      ? "with an explicit deny in a session policy"
      : `because no session policy allows the ${action} action`;
  throw new DoorError(
    "AccessDeniedException",
    403,
    `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
  );
}

/** Pipeline, stage or action, as far as the input names them; an operation that names none is about everything. */
function resourceOf({ input, signed }: ServiceCall, region: string): string {
  const names = [input.pipelineName ?? input.name, input.stageName, input.actionName];
  const path = names.filter((name) => typeof name === "string").join("/");
  return `arn:aws:codepipeline:${region}:${signed.caller.account}:${path === "" ? "*" : path}`;
}

/** Every region of every partition exists here under one name. */
function withoutPartition(arn: string): string {
  return arn.replace(/^arn:[^:]*:/, "");
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((text) => typeof text === "string");
}
