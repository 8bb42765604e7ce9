/** A refusal as the service words it: the door turns it into `{"__type": code, "message": message}` with `status`. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  /** `code` is AWS's error name with its `Exception` ending, `status` the HTTP status (400 for all modelled errors). */
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = "ServiceError";
    this.code = code;
    this.status = status;
  }
}
