import "server-only";
import { LiveHub } from "./live-hub";

declare global {
  var pipedeckLive: LiveHub | undefined;
}

/** The one hub of this process, which routes, watches and the end of the server share. */
export function getHub(): LiveHub {
  globalThis.pipedeckLive ??= new LiveHub();
  return globalThis.pipedeckLive;
}
