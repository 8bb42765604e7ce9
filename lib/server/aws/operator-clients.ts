import "server-only";
import { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { machineNow } from "../clock";
import type { TargetConfig } from "../config/config";
import { onSessionEnd } from "../session-ends";
import { assumeRole, type RoleCredentials } from "./assume-role";
import { awsName } from "./aws-name";
import { writeDeadlineMs } from "./clients";
import { requestHandler } from "./request-handler";
import { resourceOf, sessionPolicy } from "./session-policy";
import type { Signer } from "./signer";

/** The shortest that STS gives credentials for. */
const LIFETIME_SECONDS = 900;
const MOST_KEPT = 500;

interface Kept {
  target: TargetConfig;
  sessionId: string;
  client: Promise<CodePipelineClient>;
  /** The same, once it is there. */
  made?: CodePipelineClient;
  /** Machine time from which it is not used any more; unknown until the credentials are here. */
  usableUntilMs: number;
}

declare global {
  /** By person, session, target, operation and resource. */
  var pipedeckOperatorClients: Map<string, Kept> | undefined;
}

/**
 * The client that makes one kind of write for one person: signed with the target's operator role, assumed in the
 * person's name (STS AssumeRole with RoleSessionName, SourceIdentity, ExternalId), narrowed by a session policy to this
 * operation on this one thing, for 15 minutes. Kept for the same person's next press on the same thing and for nobody
 * else. One attempt a call, and a fresh socket each, because a kept one that AWS has just closed would make the outcome
 * of a press unknown.
 *
 * @throws AssumeRoleError, NotSignedError
 */
export async function operatorClient(
  target: TargetConfig,
  roleArn: string,
  operation: string,
  signer: Signer,
): Promise<CodePipelineClient> {
  const resource = resourceOf(target, operation, signer);
  const key = JSON.stringify([signer.personId, signer.sessionId, target.id, operation, resource]);
  const clients = allKept();
  const known = clients.get(key);
  if (known?.target === target && machineNow() < known.usableUntilMs) return known.client;
  const kept: Kept = {
    target,
    sessionId: signer.sessionId,
    usableUntilMs: Number.POSITIVE_INFINITY,
    client: assumeRole(target, roleArn, {
      name: awsName(signer.personId),
      sourceIdentity: awsName(signer.personId),
      seconds: LIFETIME_SECONDS,
      policy: sessionPolicy(operation, resource),
    }).then((credentials) => {
      // A press that begins now must be signed, sent and answered before they expire.
      kept.usableUntilMs = credentials.expiration.getTime() - 2 * writeDeadlineMs(target);
      kept.made = newClient(target, credentials);
      return kept.made;
    }),
  };
  clients.set(key, kept);
  const [oldest] = clients.keys();
  if (clients.size > MOST_KEPT && oldest !== undefined) clients.delete(oldest);
  return kept.client.catch((error: unknown) => {
    if (clients.get(key) === kept) clients.delete(key);
    throw error;
  });
}

/** Lets go of a client whose credentials AWS no longer takes. */
export function forgetOperatorClient(expired: CodePipelineClient): void {
  const clients = allKept();
  for (const [key, { made }] of clients) if (made === expired) clients.delete(key);
}

function allKept(): Map<string, Kept> {
  if (globalThis.pipedeckOperatorClients) return globalThis.pipedeckOperatorClients;
  const clients = new Map<string, Kept>();
  globalThis.pipedeckOperatorClients = clients;
  onSessionEnd((sessionId) => {
    for (const [key, kept] of clients) if (kept.sessionId === sessionId) clients.delete(key);
  });
  return clients;
}

function newClient(target: TargetConfig, credentials: RoleCredentials): CodePipelineClient {
  return new CodePipelineClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(writeDeadlineMs(target), false),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    credentials,
  });
}
