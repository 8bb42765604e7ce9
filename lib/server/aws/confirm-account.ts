import "server-only";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { requestHandler } from "./request-handler";

/** The credentials of a target are of another account than the configuration says. */
export class WrongAccountError extends Error {
  override name = "WrongAccountError";
}

/** What could not be found out is asked again after this long. */
const ASK_AGAIN_MS = 60_000;

declare global {
  var pipedeckAccounts:
    | WeakMap<TargetConfig, { askedAtMono: number; account: Promise<string | undefined> }>
    | undefined;
}

/**
 * Makes sure that a target without a role shows the account it names: its credentials would otherwise show, and press
 * buttons in, whatever account they are of (STS GetCallerIdentity, once for all). A role names its account itself. What
 * cannot be found out is let pass: the call that follows says why.
 *
 * @throws WrongAccountError
 */
export async function confirmAccount(target: TargetConfig): Promise<void> {
  if (target.roleArn !== undefined) return;
  globalThis.pipedeckAccounts ??= new WeakMap();
  const asked = globalThis.pipedeckAccounts.get(target) ?? {
    askedAtMono: monotonic(),
    account: askAccount(target),
  };
  globalThis.pipedeckAccounts.set(target, asked);
  const account = await asked.account;
  if (account === undefined && monotonic() - asked.askedAtMono > ASK_AGAIN_MS)
    globalThis.pipedeckAccounts.delete(target);
  if (account === undefined || account === target.account) return;
  throw new WrongAccountError(
    `the credentials are of account ${account}, expected ${target.account}; name a roleArn or a profile of that account`,
  );
}

async function askAccount(target: TargetConfig): Promise<string | undefined> {
  const sts = new STSClient({
    region: target.region,
    maxAttempts: 1,
    requestHandler: requestHandler(target.timeoutMs ?? 5000),
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.profile === undefined ? {} : { profile: target.profile }),
  });
  try {
    return (await sts.send(new GetCallerIdentityCommand({}))).Account;
  } catch {
    return undefined;
  } finally {
    sts.destroy();
  }
}
