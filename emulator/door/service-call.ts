import type { SignedCall } from "./caller";

/** One operation about to be carried out. */
export interface ServiceCall {
  operation: string;
  input: Record<string, unknown>;
  signed: SignedCall;
  requestId: string;
  /** Where the client sent it, with the port. */
  host: string;
  /** Aborted when the client no longer waits for the answer. */
  gone(): AbortSignal;
}
