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

/**
 * A credentials provider that assumes the target's role (STS AssumeRole, session name `pipedeck`). The SDK client
 * that gets it asks once for all callers, and again five minutes before the credentials expire.
 */
export function roleCredentials(target: TargetConfig, roleArn: string): () => Promise<RoleCredentials> {
  const sts = new STSClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(target.timeoutMs ?? 5000),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
  });
  return async () => {
    try {
      const { Credentials } = await sts.send(
        new AssumeRoleCommand({
          RoleArn: roleArn,
          RoleSessionName: "pipedeck",
          ExternalId: target.externalId,
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
  };
}
