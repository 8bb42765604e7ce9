import "server-only";
import { newId } from "./new-id";

declare global {
  var pipedeckProcessId: string | undefined;
}

/** Names this process among those that share a database; another one after every start. */
export function processId(): string {
  globalThis.pipedeckProcessId ??= newId();
  return globalThis.pipedeckProcessId;
}
