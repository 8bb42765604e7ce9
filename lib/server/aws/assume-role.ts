import "server-only";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { TargetConfig } from "../config/config";
import { requestHandler } from "./request-handler";

/** Temporary credentials of a role, in the shape SDK clients take. */
export interface RoleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

/** The role of a target could not be assumed: nothing was sent to CodePipeline. The cause says why. */
export class AssumeRoleError extends Error {
  override name = "AssumeRoleError";

  /** By name: a client on globalThis may come from another bundle, with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "AssumeRoleError";
  }
}

/** In whose name a role is assumed, and what is left of its permissions. */
export interface RoleSession {
  /** RoleSessionName. */
  name: string;
  sourceIdentity?: string;
  /** How long the credentials last, from 900. */
  seconds?: number;
  /** Session policy, IAM JSON. */
  policy?: string;
}

/**
 * A credentials provider that assumes the target's role (STS AssumeRole, session name `pipedeck`). The SDK client
 * that gets it asks once for all callers, and again five minutes before the credentials expire.
 */
export function roleCredentials(target: TargetConfig, roleArn: string): () => Promise<RoleCredentials> {
  const sts = stsClient(target);
  return () => assumed(sts, target, roleArn, { name: "pipedeck" });
}

/** Assumes a role once (STS AssumeRole), from the server's own credentials. Throws AssumeRoleError. */
export async function assumeRole(
  target: TargetConfig,
  roleArn: string,
  session: RoleSession,
): Promise<RoleCredentials> {
  const sts = stsClient(target);
  try {
    return await assumed(sts, target, roleArn, session);
  } finally {
    sts.destroy();
  }
}

function stsClient(target: TargetConfig): STSClient {
  return new STSClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(target.timeoutMs ?? 5000),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
  });
}

async function assumed(
  sts: STSClient,
  target: TargetConfig,
  roleArn: string,
  { name, sourceIdentity, seconds, policy }: RoleSession,
): Promise<RoleCredentials> {
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: name,
        SourceIdentity: sourceIdentity,
        ExternalId: target.externalId,
        DurationSeconds: seconds,
        Policy: policy,
      }),
    );
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken) {
      throw new SyntaxError("AssumeRole answered without credentials");
    }
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
      expiration: Credentials.Expiration ?? new Date(0),
    };
  } catch (cause) {
    throw new AssumeRoleError(`${roleArn} could not be assumed`, { cause });
  }
}
