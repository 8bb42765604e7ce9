import { useQuery } from "@tanstack/react-query";
import type { Verb } from "@/lib/domain/receipt";
import { answerAt, usePipelineAccess } from "@/lib/queries/access-queries";
import { pipelineStateQueries } from "@/lib/queries/pipeline-state-queries";
import { type Here, hereEntries } from "./here-entries";
import type { PaletteEntry } from "./palette-entry";

const NOWHERE: Here = { target: "", pipeline: "" };

/** What can be done with the pipeline at hand; nothing where there is none. */
export function useHereEntries(typed: string, here: Here | null): PaletteEntry[] {
  const { target, pipeline } = here ?? NOWHERE;
  const state = useQuery({ ...pipelineStateQueries.state(target, pipeline), enabled: here !== null });
  const access = usePipelineAccess({ target, pipeline });
  if (here === null) return [];
  const at = access.data?.at;
  const whyNot = (verb: Verb, stage?: string) => {
    if (at === undefined) return "Asking what you may do here.";
    const answer = answerAt(at, verb, stage);
    return answer.allowed ? undefined : answer.why;
  };
  return hereEntries(typed, here, state.data?.state, whyNot);
}
