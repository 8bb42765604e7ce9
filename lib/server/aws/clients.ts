import "server-only";
import { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { roleCredentials } from "./assume-role";
import { requestHandler } from "./request-handler";

/** How long a press may wait for AWS before its outcome counts as unknown, milliseconds: three times a read. */
export function writeDeadlineMs(target: TargetConfig): number {
  return 3 * (target.timeoutMs ?? 5000);
}

interface Clients {
  target: TargetConfig;
  read?: CodePipelineClient;
  write?: CodePipelineClient;
}

declare global {
  var pipedeckClients: Map<string, Clients> | undefined;
}

/**
 * The client that reads a target: one attempt a call (the watcher decides when to try again), `timeoutMs` of the
 * target each, sockets of its own, credentials of the target's role.
 */
export function readClient(target: TargetConfig): CodePipelineClient {
  const clients = clientsOf(target);
  clients.read ??= newClient(target, target.timeoutMs ?? 5000, { keepAlive: true });
  return clients.read;
}

/**
 * The client that presses buttons at a target: exactly one attempt a call, so that no press is doubled, and a fresh
 * socket each, because a kept one that AWS has just closed would make the outcome of a press unknown.
 */
export function writeClient(target: TargetConfig): CodePipelineClient {
  const clients = clientsOf(target);
  clients.write ??= newClient(target, writeDeadlineMs(target), { keepAlive: false });
  return clients.write;
}

/** Makes the next call of a target get fresh credentials, unless another caller already saw to it. */
export function renewCredentials(target: TargetConfig, expired: CodePipelineClient): void {
  const clients = clientsOf(target);
  if (clients.read === expired) clients.read = undefined;
  if (clients.write === expired) clients.write = undefined;
}

function clientsOf(target: TargetConfig): Clients {
  globalThis.pipedeckClients ??= new Map();
  const known = globalThis.pipedeckClients.get(target.id);
  if (known?.target === target) return known;
  const clients: Clients = { target };
  globalThis.pipedeckClients.set(target.id, clients);
  return clients;
}

function newClient(
  target: TargetConfig,
  timeoutMs: number,
  { keepAlive }: { keepAlive: boolean },
): CodePipelineClient {
  return new CodePipelineClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(timeoutMs, keepAlive),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
    ...(target.roleArn === undefined ? {} : { credentials: roleCredentials(target, target.roleArn) }),
  });
}
