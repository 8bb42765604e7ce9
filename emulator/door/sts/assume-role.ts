import type { Caller } from "../caller";
import type { Credentials } from "../credentials";
import { DoorError } from "../door-error";
import type { PolicyStatement } from "../policy-statement";
import { QueryChecks, type QueryInput } from "./query-input";
import { readSessionPolicy } from "./session-policy";
import { sessionTags } from "./session-tags";

const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[\u0021-\u007e]+\/)?([\w+=,.@-]{1,64})$/;
const NAME_PATTERN = { pattern: /^[\w+=,.@-]*$/, patternText: "[\\w+=,.@-]*" };
const ONE_HOUR = 3600;

/** The account of a role's ARN, `undefined` when the text is not one. */
export function accountOfRole(roleArn: unknown): string | undefined {
  return typeof roleArn === "string" ? ROLE_ARN.exec(roleArn)?.[1] : undefined;
}

function checkedPolicy(policy: string | undefined): PolicyStatement[] | undefined {
  if (policy === undefined) return undefined;
  try {
    return readSessionPolicy(policy);
  } catch {
    throw new DoorError("MalformedPolicyDocument", 400, "This policy contains invalid Json");
  }
}

function checkedInput(input: QueryInput) {
  const checks = new QueryChecks(input);
  const roleArn = checks.text({ name: "RoleArn", least: 20, most: 2048 }, true) ?? "";
  const sessionName =
    checks.text({ name: "RoleSessionName", least: 2, most: 64, ...NAME_PATTERN }, true) ?? "";
  const durationSeconds = checks.whole("DurationSeconds", 900, 43_200, ONE_HOUR);
  checks.text(
    { name: "ExternalId", least: 2, most: 1224, pattern: /^[\w+=,.@:/-]*$/, patternText: "[\\w+=,.@:\\/-]*" },
    false,
  );
  const sourceIdentity = checks.text({ name: "SourceIdentity", least: 2, most: 64, ...NAME_PATTERN }, false);
  const policy = checks.text({ name: "Policy", least: 1, most: 2048 }, false);
  checks.refuse();
  return { roleArn, sessionName, durationSeconds, sourceIdentity, policy: checkedPolicy(policy) };
}

function refuseChain(caller: Caller, durationSeconds: number, sourceIdentity: string | undefined): void {
  if (caller.sessionName === undefined) return;
  if (durationSeconds > ONE_HOUR) {
    throw new DoorError(
      "ValidationError",
      400,
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    );
  }
  const bound = caller.sourceIdentity;
  if (bound !== undefined && sourceIdentity !== undefined && bound !== sourceIdentity) {
    throw new DoorError(
      "AccessDenied",
      403,
      `User: ${caller.arn} is not authorized to perform: sts:SetSourceIdentity: the session already carries source identity ${bound}`,
    );
  }
}

/**
 * STS AssumeRole: any role of any account may be assumed, for 15 minutes to 12 hours of wall time (1 hour from
 * a session of another role), and may then do what the session policy leaves, everything without one. The source identity stays with every session assumed from this one.
 * Throws DoorError ValidationError, MalformedPolicyDocument, InvalidParameterValue, AccessDenied.
 */
export function assumeRole(credentials: Credentials, caller: Caller, input: QueryInput): unknown {
  const { roleArn, sessionName, durationSeconds, sourceIdentity, policy } = checkedInput(input);
  const match = ROLE_ARN.exec(roleArn);
  if (match === null) throw new DoorError("ValidationError", 400, `${roleArn} is invalid`);
  const tags = sessionTags(input);
  refuseChain(caller, durationSeconds, sourceIdentity);
  const boundIdentity = caller.sourceIdentity ?? sourceIdentity;
  const session = credentials.issue({
    account: match[1] ?? "",
    roleArn,
    roleName: match[2] ?? "",
    sessionName,
    durationSeconds,
    tags,
    ...(policy === undefined ? {} : { policy }),
    ...(boundIdentity === undefined ? {} : { sourceIdentity: boundIdentity }),
  });
  return {
    SourceIdentity: boundIdentity,
    AssumedRoleUser: { AssumedRoleId: session.caller.userId, Arn: session.caller.arn },
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(session.expiresAt).toISOString().replace(".000Z", "Z"),
    },
    PackedPolicySize: typeof input.Policy === "string" ? 6 : undefined,
  };
}
