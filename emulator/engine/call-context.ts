/** Who calls, and where: what the door learns from the signature of a request. */
export interface CallContext {
  /** 12 digits. */
  account: string;
  region: string;
  partition: "aws";
  /** ARN of the user or assumed role that signed the request. */
  principalArn: string;
  sessionName?: string;
  sourceIdentity?: string;
  requestId: string;
}
