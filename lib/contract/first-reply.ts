/**
 * What a route of ours would have answered, handed over with the page itself: the same text, byte for byte. `current`
 * is false where the answer is what was known before the server had read what was due.
 */
export interface FirstReply {
  json: string;
  current: boolean;
  /** Under which address the route would have sent it, and with which entity tag: asked again, it need not send it anew. */
  route?: { path: string; tag: string };
}
