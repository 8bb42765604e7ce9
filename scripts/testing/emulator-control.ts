import { WordedError } from "../processes/worded-error";

/** Requests by operation. */
export type Counts = Record<string, { ok: number; failed: number; throttled: number }>;

/** Calls the emulator's control API; throws a WordedError with its words unless it says 2xx. */
export async function controlEmulator<T>(
  url: string,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${url}/_emulator${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new WordedError(`${method} ${path} at the emulator: ${response.status} ${text}`);
  return JSON.parse(text === "" ? "null" : text);
}

/** Calls to CodePipeline so far, whatever came of them. Credentials and the event queue do not count. */
export async function codePipelineCalls(url: string): Promise<number> {
  const { requests } = await controlEmulator<{ requests: Counts }>(url, "GET", "/status");
  return Object.entries(requests)
    .filter(([operation]) => !/^(AssumeRole|GetCallerIdentity|.*Message.*|GetQueue.*)$/.test(operation))
    .reduce((sum, [, { ok, failed, throttled }]) => sum + ok + failed + throttled, 0);
}
