import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The secret that signs session cookies: made once and kept in `folder`, readable by its owner alone. */
export function keptSecret(folder: string): string {
  const file = path.join(folder, "session-secret");
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
