import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import { isFinal } from "@/lib/domain/receipt-transitions";
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
          case "undecided":
            return false;
          case "unknown":
            return UNKNOWN_MS;
          default:
            return UNSETTLED_MS;
        }
      },
    }),
};

/** A receipt has come further, says the stream: whoever shows it shows that, and lists of receipts are read again. */
export function tellReceipt(client: QueryClient, receipt: Receipt): void {
  const { queryKey } = receiptQueries.one(receipt.id);
  // What was read meanwhile may be further on.
  const further = (known: Receipt | null | undefined) =>
    known === undefined || (known !== null && isFinal(known.state)) ? known : receipt;
  client.setQueryData<Receipt | null>(queryKey, further);
  void client.invalidateQueries({ queryKey: ["receipts"] });
}

/** One receipt by its id; asks nothing while `id` is undefined. */
export function useReceipt(id: string | undefined) {
  return useQuery({ ...receiptQueries.one(id ?? ""), enabled: id !== undefined });
}
