import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import { fetchJson, ProblemError } from "./fetch-json";

const UNSETTLED_MS = 1000;
const UNKNOWN_MS = 5000;
/** How often a receipt that is not there is looked for again: its press may still be on the way. */
const LOOKS_AGAIN = 15;

async function readReceipt(id: string, signal: AbortSignal): Promise<Receipt | null> {
  try {
    const { receipt } = await fetchJson<ReceiptReply>(`/api/receipts/${encodeURIComponent(id)}`, { signal });
    return receipt;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === "receipt.not-found") {
      return null;
    }
    throw error;
  }
}

export const receiptQueries = {
  /** GET /api/receipts/{id}, until it is settled. `null` when there is no such receipt: the press never arrived. */
  one: (id: string) =>
    queryOptions<Receipt | null, Error>({
      queryKey: ["receipt", id],
      queryFn: ({ signal }) => readReceipt(id, signal),
      retry: false,
      staleTime: UNSETTLED_MS,
      refetchInterval: ({ state }) => {
        if (state.data === null) {
          return state.dataUpdateCount < LOOKS_AGAIN ? UNSETTLED_MS : false;
        }
        switch (state.data?.state) {
          case "confirmed":
          case "refused":
          case "no-effect":
            return false;
          case "unknown":
            return UNKNOWN_MS;
          default:
            return UNSETTLED_MS;
        }
      },
    }),
};

/** One receipt by its id; asks nothing while `id` is undefined. */
export function useReceipt(id: string | undefined) {
  return useQuery({ ...receiptQueries.one(id ?? ""), enabled: id !== undefined });
}
