/**
 * What a route of ours would have answered, handed over with the page itself: the same text, byte for byte. `current`
 * is false where the answer is what was known before the server had read what was due.
 */
export interface FirstReply {
  json: string;
  current: boolean;
}
