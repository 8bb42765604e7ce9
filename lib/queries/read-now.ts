import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { fetchJson } from "./fetch-json";
import { pipelineQueries } from "./pipeline-queries";
import { pipelineStateQueries } from "./pipeline-state-queries";
import { pipelineApi } from "./stage-path";
import { targetQueries } from "./target-queries";

/**
 * Has AWS read for one pipeline now, also while its target is being left alone for a while: POST …/refresh. What the
 * pages show is asked for anew whatever comes of it. `reading` while it is under way; a second press does nothing.
 */
export function useReadNow(target: string, pipeline: string): { readNow: () => void; reading: boolean } {
  const client = useQueryClient();
  const { queryKey } = pipelineStateQueries.state(target, pipeline);
  const [reading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    try {
      const path = `${pipelineApi({ target, pipeline })}/refresh`;
      client.setQueryData(queryKey, await fetchJson<PipelineStateReply>(path, { method: "POST" }));
    } catch {
      await client.invalidateQueries({ queryKey });
    } finally {
      setReading(false);
      void client.invalidateQueries({ queryKey: pipelineQueries.list().queryKey });
      void client.invalidateQueries({ queryKey: targetQueries.list().queryKey });
    }
  };
  return { readNow: () => void (!reading && read()), reading };
}
