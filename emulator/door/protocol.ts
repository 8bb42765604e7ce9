/** A refusal in AWS's words. */
export interface Refusal {
  code: string;
  status: number;
  message: string;
}

/** A refusal on the wire; `headers` are those beyond the usual ones. */
export interface Failure {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** One of AWS's wire protocols. */
export interface Protocol {
  contentType: string;
  /** Reads a body; throws DoorError when it is not of this protocol. */
  read(body: Buffer): Record<string, unknown>;
  /** `answer` is undefined for operations without an output; bytes are an answer that is written already. */
  success(operation: string, answer: unknown, requestId: string): string | Buffer;
  failure(refusal: Refusal, requestId: string): Failure;
  /** A success that stops in the middle. */
  broken(body: string): string;
}
