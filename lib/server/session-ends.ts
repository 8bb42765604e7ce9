import "server-only";

type Listener = (sessionId: string) => void;

declare global {
  var pipedeckSessionEnds: Set<Listener> | undefined;
}

/** Calls `listener` for every session that is ended in this process, until the end of the process. */
export function onSessionEnd(listener: Listener): void {
  globalThis.pipedeckSessionEnds ??= new Set();
  globalThis.pipedeckSessionEnds.add(listener);
}

/** Tells whoever keeps something for a session that it was ended. */
export function tellSessionEnded(sessionId: string): void {
  for (const listener of globalThis.pipedeckSessionEnds ?? []) listener(sessionId);
}
