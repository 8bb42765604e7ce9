import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { secret } from "../config/environment";
import { invalid } from "./parse";

/**
 * A place in a list as text that only this server can make, good for one list.
 *
 * @param list what the list is of: the same words as when it is opened
 */
export function sealCursor(list: readonly string[], place: unknown): string {
  const body = Buffer.from(JSON.stringify(place)).toString("base64url");
  return `${body}.${signatureOf(list, body)}`;
}

/** The place in a cursor of this list. Throws `request.invalid` naming `query.cursor` for any other text. */
export function openCursor(list: readonly string[], cursor: string): unknown {
  const [body = "", signature = "", ...rest] = cursor.split(".");
  const given = Buffer.from(signature);
  const made = Buffer.from(signatureOf(list, body));
  if (rest.length > 0 || given.length !== made.length || !timingSafeEqual(given, made)) throw strangeCursor();
  const place: unknown = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  return place;
}

/** What a cursor that is not of this list is answered with. */
export function strangeCursor() {
  return invalid([
    { field: "query.cursor", message: "is not a cursor of this list; leave it out to begin anew" },
  ]);
}

function signatureOf(list: readonly string[], body: string): string {
  return createHmac("sha256", secret())
    .update(JSON.stringify([list, body]))
    .digest("base64url")
    .slice(0, 22);
}
