import { createHmac } from "node:crypto";

const MOST_KEYS = 1000;

/** What a signing key is derived for. */
export interface SigningScope {
  /** Day, `YYYYMMDD`. */
  date: string;
  region: string;
  service: string;
}

const known = new Map<string, Buffer>();

/** The key that signs on one day, in one region, for one service. Four hashes the first time; the newest 1,000 are kept. */
export function signingKey(secretAccessKey: string, { date, region, service }: SigningScope): Buffer {
  const name = [secretAccessKey, date, region, service].join("\u0000");
  const found = known.get(name);
  if (found) return found;
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of [date, region, service, "aws4_request"])
    key = createHmac("sha256", key).update(part).digest();
  const oldest = known.keys().next();
  if (known.size >= MOST_KEYS && !oldest.done) known.delete(oldest.value);
  known.set(name, key);
  return key;
}
