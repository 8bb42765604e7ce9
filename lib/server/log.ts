import "server-only";
import pino from "pino";
import { LogOutput } from "./log-output";

declare global {
  var pipedeckLogOutput: LogOutput | undefined;
}

// Pino's own way to standard output waits, with the whole process, for a reader that has no room.
globalThis.pipedeckLogOutput ??= new LogOutput(process.stdout);
const output = globalThis.pipedeckLogOutput;

/**
 * The server's log: one JSON object a line on standard output, `LOG_LEVEL` (default `info`) and above. Lines that its reader
 * does not take are dropped, and their number is told.
 * Give it names and ids (`requestId`, `receiptId`, `code`), never headers, cookies, bodies or tokens.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["token", "*.token", "headers", "*.headers", "cookie", "*.cookie"], remove: true },
  },
  output,
);
output.onDropped = (lines) =>
  log.warn({ lines }, "lines of this log were dropped: whoever reads it did not keep up");
