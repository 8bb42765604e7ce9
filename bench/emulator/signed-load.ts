import autocannon from "autocannon";
import { WordedError } from "../../scripts/processes/worded-error";
import type { SignedRequest } from "./signed-request";

/** Requests a second over 20 connections for `seconds`; throws when an answer is no 200 or a connection fails. */
export async function signedLoad({ url, headers, body }: SignedRequest, seconds: number): Promise<number> {
  const result = await autocannon({ url, method: "POST", headers, body, connections: 20, duration: seconds });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0) throw new WordedError(`${refused} of the signed requests to ${url} failed.`);
  return result["2xx"] / result.duration;
}
