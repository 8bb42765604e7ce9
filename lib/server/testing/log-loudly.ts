import "server-only";
import { log } from "../log";

/** A process that logs more than any reader has room for, tells its parent so, and ends as the server does. */
const LINES = 20_000;

process.once("SIGTERM", () => {
  log.info("stopped");
  process.exit(0);
});
process.on("message", () => log.info("asked"));
for (let line = 0; line < LINES; line += 1) log.info({ line, text: "x".repeat(100) }, "loud");
process.stdout.once("drain", () => log.info("there is room"));
process.send?.("logged");
