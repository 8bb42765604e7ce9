import type { Caller } from "../caller";

/** STS GetCallerIdentity: who signed the request. */
export function getCallerIdentity(caller: Caller): unknown {
  return { UserId: caller.userId, Account: caller.account, Arn: caller.arn };
}
