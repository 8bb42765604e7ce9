import "server-only";
import { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { roleCredentials } from "./assume-role";
import { requestHandler } from "./request-handler";

/** How long a press may wait for AWS before its outcome counts as unknown, milliseconds: three times a read. */
export function writeDeadlineMs(target: TargetConfig): number {
  return 3 * (target.timeoutMs ?? 5000);
}

declare global {
  var pipedeckReadClients: Map<string, { target: TargetConfig; client: CodePipelineClient }> | undefined;
}

/**
 * The client that reads a target: one attempt a call (the watcher decides when to try again), `timeoutMs` of the
 * target each, sockets of its own, credentials of the target's role.
 */
export function readClient(target: TargetConfig): CodePipelineClient {
  const clients = readClients();
  const known = clients.get(target.id);
  if (known?.target === target) return known.client;
  const client = newClient(target);
  clients.set(target.id, { target, client });
  return client;
}

/** Makes the next read of a target get fresh credentials, unless another caller already saw to it. */
export function renewCredentials(target: TargetConfig, expired: CodePipelineClient): void {
  const clients = readClients();
  if (clients.get(target.id)?.client === expired) clients.delete(target.id);
}

function readClients() {
  globalThis.pipedeckReadClients ??= new Map();
  return globalThis.pipedeckReadClients;
}

function newClient(target: TargetConfig): CodePipelineClient {
  return new CodePipelineClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(target.timeoutMs ?? 5000),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
    ...(target.roleArn === undefined ? {} : { credentials: roleCredentials(target, target.roleArn) }),
  });
}
