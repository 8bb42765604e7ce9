import { queryOptions, useQuery } from "@tanstack/react-query";
import type { AccessReply } from "@/lib/contract/access";
import { fetchJson } from "./fetch-json";

const STALE_MS = 60_000;

export const accessQueries = {
  /** GET /api/access: what the person may press. It stays as it is until the next sign-in. */
  mine: () =>
    queryOptions({
      queryKey: ["access"],
      queryFn: ({ signal }) => fetchJson<AccessReply>("/api/access", { signal }),
      staleTime: STALE_MS,
    }),
};

/** Who is signed in, and what they may press. */
export function useAccess() {
  return useQuery(accessQueries.mine());
}
