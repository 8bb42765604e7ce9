import { queryOptions, useQuery } from "@tanstack/react-query";

const EVERY_MS = 5000;

/** GET /api/ready: whether a press could be written down now. What cannot be asked counts as yes: the press itself tells. */
async function readReady(signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch("/api/ready", { signal, cache: "no-store" });
    const body: unknown = await response.json();
    const checks = typeof body === "object" && body !== null && "checks" in body ? body.checks : undefined;
    return !(
      typeof checks === "object" &&
      checks !== null &&
      "receipts" in checks &&
      checks.receipts === false
    );
  } catch {
    return true;
  }
}

const receiptsReady = queryOptions({
  queryKey: ["receipts-ready"],
  queryFn: ({ signal }) => readReady(signal),
  retry: false,
  refetchInterval: EVERY_MS,
  refetchIntervalInBackground: false,
});

/** Whether receipts can be written, asked for as long as a decision is open. */
export function useReceiptsReady(): boolean {
  return useQuery(receiptsReady).data ?? true;
}
