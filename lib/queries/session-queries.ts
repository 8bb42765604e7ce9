import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SessionList, SessionsEnded } from "@/lib/contract/session";
import { fetchJson } from "./fetch-json";

export const sessionQueries = {
  /** GET /api/sessions: one's own, and everybody's for an administrator. */
  list: () =>
    queryOptions({
      queryKey: ["sessions"],
      queryFn: ({ signal }) => fetchJson<SessionList>("/api/sessions", { signal }),
    }),
};

/** The sessions a person may see. */
export function useSessions() {
  return useQuery(sessionQueries.list());
}

/** Ends one session by its id, or all others of one's own without. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | undefined) =>
      fetchJson<SessionsEnded>(id === undefined ? "/api/sessions" : `/api/sessions/${id}`, {
        method: "DELETE",
      }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionQueries.list().queryKey }),
  });
}
