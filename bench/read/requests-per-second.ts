import autocannon from "autocannon";
import { WordedError } from "../../scripts/processes/worded-error";

/** Requests a second over 20 connections for `seconds`; throws when an answer is no 200 or a connection fails. */
export async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<number> {
  const result = await autocannon({ url, headers, connections: 20, duration: seconds });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0) throw new WordedError(`${refused} of the requests to ${new URL(url).pathname} failed.`);
  return result["2xx"] / result.duration;
}
