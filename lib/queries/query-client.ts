import { QueryClient } from "@tanstack/react-query";

/** Ours never retries in the background: a page polls anyway, and says at once that an answer is missing. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: "always", staleTime: 1000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
