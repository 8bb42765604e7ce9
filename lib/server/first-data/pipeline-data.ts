import "server-only";
import { notFound } from "next/navigation";
import type { FirstReply } from "@/lib/contract/first-reply";
import { PipelinePath } from "@/lib/contract/path";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { Viewer } from "@/lib/domain/viewer";
import { getPipelineState, tagOfState } from "../reads/get-pipeline-state";
import { firstReply, READ_PATIENCE_MS } from "./first-reply";

/** Older than this, a live state was read while nobody looked. */
const CURRENT_MS = 5000;

/** GET …/state of one pipeline. A page of none is not found. */
export async function pipelineData(params: { target: string; pipeline: string }): Promise<FirstReply | null> {
  const path = PipelinePath.safeParse(params);
  if (!path.success) notFound();
  const [target, pipeline] = [path.data.target, path.data.pipeline].map(encodeURIComponent);
  const read = (viewer: Viewer) => getPipelineState(viewer, path.data, false, READ_PATIENCE_MS);
  return firstReply(read, isCurrent, {
    path: `/api/pipelines/${target}/${pipeline}/state`,
    tagOf: tagOfState,
  });
}

function isCurrent({ freshness, now }: PipelineStateReply): boolean {
  return freshness.asOf !== null && Date.parse(now) - Date.parse(freshness.asOf) <= CURRENT_MS;
}
