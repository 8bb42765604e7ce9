import "server-only";

/** When AWS answered: epoch milliseconds of the server's clock, and the same moment on the monotonic one. */
export interface ReadAt {
  ms: number;
  mono: number;
}
