import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { fetchJson } from "./fetch-json";
import { pipelineQueries } from "./pipeline-queries";
import { pipelineStateQueries } from "./pipeline-state-queries";
import { targetQueries } from "./target-queries";

/**
 * Has AWS read for one pipeline now, also while its target is being left alone for a while: POST …/refresh. What the
 * pages show is asked for anew whatever comes of it. `reading` while it is under way; a second press does nothing.
 */
export function useReadNow(target: string, pipeline: string): { readNow: () => void; reading: boolean } {
  const client = useQueryClient();
  const { queryKey } = pipelineStateQueries.state(target, pipeline);
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      fetchJson<PipelineStateReply>(
        `/api/pipelines/${encodeURIComponent(target)}/${encodeURIComponent(pipeline)}/refresh`,
        { method: "POST" },
      ),
    onSuccess: (reply) => client.setQueryData(queryKey, reply),
    onError: () => client.invalidateQueries({ queryKey }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: pipelineQueries.list().queryKey });
      void client.invalidateQueries({ queryKey: targetQueries.list().queryKey });
    },
  });
  return { readNow: () => !isPending && mutate(), reading: isPending };
}
