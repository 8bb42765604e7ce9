import "server-only";
import type { FirstReply } from "@/lib/contract/first-reply";
import { PipelinePath } from "@/lib/contract/path";
import { listExecutions } from "../reads/list-executions";
import { firstReply } from "./first-reply";
import { pipelineData } from "./pipeline-data";

/** As many as the page asks for when it looks for new ones: more than a window shows. */
const ROWS = 50;

/** What the history of a pipeline begins with. */
export interface HistoryData {
  state: FirstReply | null;
  newest: FirstReply | null;
}

/** GET …/state of one pipeline, and GET …/executions: the newest of whatever status. A page of none is not found. */
export async function historyData(params: { target: string; pipeline: string }): Promise<HistoryData> {
  const path = PipelinePath.safeParse(params);
  const [state, newest] = await Promise.all([
    pipelineData(params),
    path.success ? firstReply((viewer) => listExecutions(viewer, path.data, { limit: ROWS })) : null,
  ]);
  return { state, newest };
}
