import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { type PipelineList, PipelineListQuery } from "@/lib/contract/pipeline";
import type { Viewer } from "@/lib/domain/viewer";
import { knownPipelines, listPipelines, tagOfList } from "../reads/list-pipelines";
import { firstReply, READ_PATIENCE_MS } from "./first-reply";

/** Above this many rows the document would be more to carry than the page is worth; the browser asks for them. */
const MOST_ROWS = 1000;

/** GET /api/pipelines. Nothing before anything was read, and nothing for very many rows. */
export function overviewData(): Promise<FirstReply | null> {
  const read = async (viewer: Viewer) => {
    if (knownPipelines(viewer) > MOST_ROWS) return null;
    const list = await listPipelines(viewer, PipelineListQuery.parse({}), READ_PATIENCE_MS);
    const isKnown = isRead(list) || list.items.some((row) => row.status !== null);
    return isKnown && list.items.length <= MOST_ROWS ? list : null;
  };
  return firstReply(read, isRead, { path: "/api/pipelines", tagOf: tagOfList });
}

/** Whether waiting would have brought nothing more. */
function isRead({ freshness }: PipelineList): boolean {
  return Object.values(freshness).every(({ kind }) => kind !== "catching-up");
}
