/** A refusal in AWS's words. */
export interface Refusal {
  code: string;
  status: number;
  message: string;
}

/** One of AWS's wire protocols. */
export interface Protocol {
  contentType: string;
  /** Reads a body; throws DoorError when it is not of this protocol. */
  read(body: Buffer): Record<string, unknown>;
  /** `answer` is undefined for operations without an output. */
  success(operation: string, answer: unknown, requestId: string): string;
  failure(refusal: Refusal, requestId: string): { status: number; body: string };
  /** A success that stops in the middle. */
  broken(body: string): string;
}
