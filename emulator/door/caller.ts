import type { PolicyStatement } from "./policy-statement";

/** Who signed a request: the static user of an account or a session of a role. */
export interface Caller {
  account: string;
  arn: string;
  /** What GetCallerIdentity calls the user id. */
  userId: string;
  /** Set for a session of a role. */
  sessionName?: string;
  /** Stays with every session assumed from this one. */
  sourceIdentity?: string;
  /** What a session was left of its role's permissions; all of them without it. */
  policy?: PolicyStatement[];
}

/** A caller together with what its credential scope says it is talking to. */
export interface SignedCall {
  caller: Caller;
  region: string;
  service: string;
}
