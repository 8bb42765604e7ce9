import "server-only";
import { createHash } from "node:crypto";
import { jsonBytes } from "../json-bytes";
import { newId } from "../new-id";

/** Longest freshness that travels in a header: proxies commonly have 4 KB for all headers together. */
const LONGEST_FRESHNESS = 2800;

declare global {
  /** Versions count within one process: another, or a later build, may say the same number of something else. */
  var pipedeckProcess: string | undefined;
}

/** The weak entity tag (RFC 9110) of content that a version tells apart from any other at its address. */
export function versionTag(version: string | number): string {
  const text = String(version);
  // Pages and routes are bundles of their own, which must agree.
  globalThis.pipedeckProcess ??= newId().slice(0, 8);
  return `W/"${globalThis.pipedeckProcess}.${text.length > 20 ? digest(text) : text}"`;
}

/** The weak entity tag of a reply by what it says, `now` and its freshness left out: they travel beside a 304. */
export function contentTag(reply: object): string {
  return `W/"${digest(jsonBytes({ ...reply, now: undefined, freshness: undefined }))}"`;
}

/**
 * The 304 for who holds the content already; undefined for everybody else. It tells the server's now and the freshness
 * of the reply all the same, in `x-pipedeck-now` and `x-pipedeck-freshness` (JSON in ASCII).
 */
export function notModified(request: Request, tag: string, reply: object): Response | undefined {
  if (!holds(request.headers.get("if-none-match"), tag)) return undefined;
  const headers = new Headers({ etag: tag });
  if ("now" in reply) headers.set("x-pipedeck-now", String(reply.now));
  if ("freshness" in reply) {
    const freshness = ascii(JSON.stringify(reply.freshness));
    if (freshness.length > LONGEST_FRESHNESS) return undefined;
    headers.set("x-pipedeck-freshness", freshness);
  }
  return new Response(null, { status: 304, headers });
}

function holds(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((one) => opaque(one) === opaque(tag));
}

/** A tag as weak comparison takes it. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}

function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
