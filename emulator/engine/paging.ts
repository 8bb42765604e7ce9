import { createHmac } from "node:crypto";
import { ServiceError } from "./service-error";

const separator = ".";

/** What a token of a list is good for: the world that gave it, the place, the operation and its parameters. */
export interface TokenScope {
  seed: number;
  account: string;
  region: string;
  operation: string;
  /** Everything that chooses the items of the list; not the size of a page. */
  parameters: unknown;
}

function sign(scope: TokenScope, cursor: string): string {
  const { seed, account, region, operation, parameters } = scope;
  const text = JSON.stringify([account, region, operation, parameters, cursor]);
  return createHmac("sha256", String(seed)).update(text).digest("base64url");
}

/** A token that leads on from `cursor`. */
export function makeToken(scope: TokenScope, cursor: string): string {
  return `${Buffer.from(cursor).toString("base64url")}${separator}${sign(scope, cursor)}`;
}

/** The cursor in a token, undefined without one. Throws InvalidNextTokenException for a token of another list. */
export function readToken(scope: TokenScope, token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const [encoded = "", signature = ""] = token.split(separator);
  const cursor = Buffer.from(encoded, "base64url").toString();
  if (makeToken(scope, cursor) !== token || signature === "") {
    throw new ServiceError("InvalidNextTokenException", "The next token was specified in an invalid format.");
  }
  return cursor;
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  nextToken?: string;
}

/** What a list operation asks for. */
export interface PageRequest {
  nextToken?: string | undefined;
  /** Items per page, 100 unless given. */
  maxResults?: number | undefined;
}

/**
 * A page of a list that only grows, newest first: the token names a place from the old end, so that pages neither repeat
 * nor lose an item while newer ones appear. Items for which `wanted` answers false are passed over, `stop` ends the list.
 */
export function newestFirst<Item>(
  items: readonly Item[],
  scope: TokenScope,
  request: PageRequest,
  wanted: (item: Item) => boolean,
  stop: (item: Item) => boolean,
): Page<Item> {
  const cursor = readToken(scope, request.nextToken);
  const size = request.maxResults ?? 100;
  const page: Item[] = [];
  let index = cursor === undefined ? items.length : Number(cursor);
  let last = index;
  while (index > 0) {
    index -= 1;
    const item = items[index];
    if (item === undefined || stop(item)) break;
    if (!wanted(item)) continue;
    if (page.length === size) return { items: page, nextToken: makeToken(scope, String(last)) };
    page.push(item);
    last = index;
  }
  return { items: page };
}
