import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useState } from "react";
import type { FirstReply } from "@/lib/contract/first-reply";
import { keepReply } from "./kept-replies";
import { documentCameAtOwnMs } from "./server-now";
import { useHydrating } from "./use-hydrating";

/** What a query is to begin with; `null` where the server had nothing. `made`: what the query makes of a reply. */
export type FirstAnswer = readonly [
  key: QueryKey,
  reply: FirstReply | null,
  made?: (reply: unknown) => unknown,
];

/** What a query of many pages holds when it has read one. Whoever has read more keeps that. */
export function asFirstPage(reply: unknown): unknown {
  return { pages: [reply], pageParams: [""] };
}

interface Held {
  now?: string;
}

/**
 * Puts the replies that came with the page where the queries below find them, before they are drawn. Data counts as
 * read when the document came; what was not current then is asked for again at once. A query that already has an answer
 * of later is left alone.
 */
export function useFirstData(...answers: readonly FirstAnswer[]): void {
  const client = useQueryClient();
  const hydrating = useHydrating();
  const [late] = useState(() => answers.map((answer) => (put(client, answer, hydrating) ? null : answer)));
  useLayoutEffect(() => {
    for (const answer of late) if (answer !== null) replace(client, answer);
  }, [client, late]);
}

/** False when the query has data already, which others may be showing while this is drawn. */
function put(client: QueryClient, [key, reply, made = itself]: FirstAnswer, hydrating: boolean): boolean {
  if (reply === null) return true;
  if (client.getQueryData(key) !== undefined) return false;
  const body: object = JSON.parse(reply.json);
  const inBrowser = typeof window !== "undefined";
  const came = hydrating && inBrowser ? documentCameAtOwnMs() : undefined;
  client.setQueryData(key, made(body), { updatedAt: reply.current ? came : 0 });
  // What the server keeps in memory is everybody's.
  if (inBrowser && reply.route) keepReply(reply.route.path, reply.route.tag, body);
  return true;
}

function replace(client: QueryClient, [key, reply, made]: FirstAnswer): void {
  if (reply === null || made !== undefined) return;
  const held = client.getQueryData<Held>(key);
  const next: Held = JSON.parse(reply.json);
  if (held === undefined || (held.now ?? "") < (next.now ?? "")) client.setQueryData(key, next);
}

function itself(reply: unknown): unknown {
  return reply;
}
