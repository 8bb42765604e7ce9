import "server-only";

/**
 * Every error this server answers with: our code, the HTTP status it travels with, and its title.
 * The one place where a code becomes a status.
 */
export const ERRORS = {
  "auth.required": { status: 401, title: "Sign in first" },
  "auth.refused": { status: 401, title: "The sign-in was refused" },
  "auth.forbidden": { status: 403, title: "You may not do this" },
  "presses.off": { status: 403, title: "Nothing can be pressed here" },
  "request.invalid": { status: 400, title: "The request is not valid" },
  "request.cross-site": { status: 403, title: "The request came from another site" },
  "request.too-large": { status: 413, title: "The request is too large" },
  "request.too-many": { status: 429, title: "Too many requests" },
  "request.not-json": { status: 415, title: "The body must be JSON" },
  "request.key-reused": { status: 422, title: "The Idempotency-Key belongs to another request" },
  "method.not-allowed": { status: 405, title: "The method is not allowed here" },
  "path.not-found": { status: 404, title: "There is nothing at this path" },
  "target.not-found": { status: 404, title: "There is no such target" },
  "pipeline.not-found": { status: 404, title: "There is no such pipeline" },
  "stage.not-found": { status: 404, title: "There is no such stage" },
  "action.not-found": { status: 404, title: "There is no such action" },
  "version.not-found": { status: 404, title: "There is no such version" },
  "execution.not-found": { status: 404, title: "There is no such execution" },
  "session.not-found": { status: 404, title: "There is no such session" },
  "receipt.not-found": { status: 404, title: "There is no such receipt" },
  "live.too-many": { status: 429, title: "Too many live streams" },
  "aws.throttled": { status: 503, title: "AWS is throttling requests" },
  "aws.unreachable": { status: 502, title: "AWS cannot be reached" },
  "aws.timeout": { status: 504, title: "AWS did not answer in time" },
  "aws.denied": { status: 502, title: "AWS denies access" },
  "aws.malformed": { status: 502, title: "AWS answered with something that cannot be read" },
  "aws.refused": { status: 502, title: "AWS refused the request" },
  "aws.failed": { status: 502, title: "AWS failed to answer" },
  "store.unavailable": { status: 503, title: "The store is not available" },
  internal: { status: 500, title: "Something went wrong on the server" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** A field of the request that is wrong, by path: `body.summary`, `query.cursor`, `header.Origin`. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * An error that is meant for the caller: it travels as problem+json with the code's status.
 * `detail` is shown to people, so it names what is wrong and never holds a secret.
 */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly didYouMean: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly allow: string | undefined;
  readonly scheme: string | undefined;

  /** By name: what lives on globalThis may come from another bundle, with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "ApiError";
  }

  constructor(
    code: ErrorCode,
    detail?: string,
    extra: {
      errors?: FieldError[];
      didYouMean?: string;
      retryAfterSeconds?: number;
      /** Methods of the path, for the `Allow` header of a 405. */
      allow?: string;
      /** How to show who one is, for the `WWW-Authenticate` header of a 401; a session when left out. */
      scheme?: "Bearer";
      cause?: unknown;
    } = {},
  ) {
    super(detail ?? ERRORS[code].title, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = "ApiError";
    this.code = code;
    this.detail = detail;
    this.errors = extra.errors;
    this.didYouMean = extra.didYouMean;
    this.retryAfterSeconds = extra.retryAfterSeconds;
    this.allow = extra.allow;
    this.scheme = extra.scheme;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
