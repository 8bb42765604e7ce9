import { createHmac } from "node:crypto";
import { Remembered } from "../remembered";

/** What a signing key is derived for. */
export interface SigningScope {
  /** Day, `YYYYMMDD`. */
  date: string;
  region: string;
  service: string;
}

const known = new Remembered<Buffer>(1000);

/** The key that signs on one day, in one region, for one service. Four hashes the first time; the newest 1,000 are kept. */
export function signingKey(secretAccessKey: string, { date, region, service }: SigningScope): Buffer {
  const name = `${secretAccessKey}\u0000${date}\u0000${region}\u0000${service}`;
  const found = known.get(name);
  if (found) return found;
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of [date, region, service, "aws4_request"])
    key = createHmac("sha256", key).update(part).digest();
  known.set(name, key);
  return key;
}
