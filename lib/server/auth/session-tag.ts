import "server-only";
import { createHash } from "node:crypto";

/**
 * Tells a session apart from the others of a browser, as long as it stands, and says nothing else of it. In the browser it
 * is the name of a lock, which no hyphen may begin.
 */
export function sessionTag(sessionId: string): string {
  return `session-${createHash("sha256").update(sessionId).digest("base64url").slice(0, 8)}`;
}
