import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { RevisionsQuery } from "@/lib/contract/revisions";
import { findRevisions } from "../reads/find-revisions";
import { firstReply } from "./first-reply";

/** What the page's address asks for, and what GET /api/revisions answers to it; null where it asks for nothing yet. */
export interface RevisionsData {
  q: string;
  reply: FirstReply | null;
}

/** `q` as the address has it: a question that the route refuses has no first data. */
export async function revisionsData(q: string | string[] | undefined): Promise<RevisionsData | null> {
  const query = RevisionsQuery.safeParse({ q });
  if (!query.success) return null;
  return { q: query.data.q, reply: await firstReply((viewer) => findRevisions(viewer, query.data.q)) };
}
