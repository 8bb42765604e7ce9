import "server-only";
import pino from "pino";

/**
 * The server's log: one JSON object a line on standard output, `LOG_LEVEL` (default `info`) and above.
 * Give it names and ids (`requestId`, `receiptId`, `code`), never headers, cookies, bodies or tokens.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["token", "*.token", "headers", "*.headers", "cookie", "*.cookie"], remove: true },
});
