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
  /** Where the emulator was asked, without a slash at the end: the addresses of webhooks begin so. */
  endpoint: string;
}
