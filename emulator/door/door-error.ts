/**
 * A request that is refused before, or instead of, reaching an operation.
 *
 * `code` is AWS's name of the error in its JSON protocols, `status` the HTTP status.
 */
export class DoorError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
