import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { LOOK_EVERY_MS, useIsLive } from "@/lib/queries/live/live-store";
import { pipelineStateQueries } from "@/lib/queries/pipeline-state-queries";

/**
 * The state a page shows, once a decision may open on it: undefined while it is only what was kept since an earlier page,
 * or known to the server before it had read what was due. It is asked for then, and counts from the answer on, for good.
 */
export function useCurrentState(shown: PipelineState | undefined): PipelineState | undefined {
  const live = useIsLive();
  const [isCurrent, setCurrent] = useState(false);
  const { target = "", name = "" } = shown?.row ?? {};
  const query = useQuery({
    ...pipelineStateQueries.state(target, name),
    enabled: shown !== undefined && !isCurrent,
    // A stream tells the page of every change, so what it has stays current between two looks.
    ...(live && { staleTime: LOOK_EVERY_MS }),
  });
  if (!isCurrent && query.isSuccess && !query.isFetching) setCurrent(true);
  return isCurrent ? query.data?.state : undefined;
}
