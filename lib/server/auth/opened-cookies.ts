import "server-only";
import { machineNow } from "../clock";

/** What a cookie value was found to hold. */
interface Opened {
  secret: string;
  sessionId: string;
  expiresAtMs: number;
}

/** Sessions of a busy house several times over; one takes about 500 bytes. */
const MOST_KEPT = 2000;

/** By cookie value, the one asked for longest ago first. */
const opened = new Map<string, Opened>();

/**
 * The session id that this cookie value was found to hold under this secret, until it expires. Says nothing about the
 * session itself: its row decides, every time.
 */
export function openedBefore(value: string, secret: string): string | undefined {
  const known = opened.get(value);
  if (known === undefined) return undefined;
  opened.delete(value);
  if (known.secret !== secret || known.expiresAtMs <= machineNow()) return undefined;
  opened.set(value, known);
  return known.sessionId;
}

/** Keeps what a cookie value holds: only of cookies that were decrypted and are good, so that no stranger fills it. */
export function keepOpened(value: string, found: Opened): void {
  opened.set(value, found);
  const [oldest] = opened.keys();
  if (opened.size > MOST_KEPT && oldest !== undefined) opened.delete(oldest);
}
