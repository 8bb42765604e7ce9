import { queryOptions, useQuery } from "@tanstack/react-query";
import type { AccessAnswer, AccessReply, PipelineAccess, PressConditions } from "@/lib/contract/access";
import type { Verb } from "@/lib/domain/receipt";
import { fetchJson } from "./fetch-json";

const STALE_MS = 60_000;

/** What is said of a press while it is not known whether it may be made. */
const NOT_KNOWN = { path: "", words: "" };

/** Where a press is to be made. */
export interface AccessPlace {
  target: string;
  pipeline: string;
  stage?: string;
}

export const accessQueries = {
  /** GET /api/access: who is signed in, and what rules speak of them. It stays as it is until the next sign-in. */
  mine: () =>
    queryOptions({
      queryKey: ["access"],
      queryFn: ({ signal }) => fetchJson<AccessReply>("/api/access", { signal }),
      staleTime: STALE_MS,
    }),
  /** GET /api/access at a pipeline: what may be pressed there. */
  at: ({ target, pipeline }: AccessPlace) =>
    queryOptions({
      queryKey: ["access", target, pipeline],
      queryFn: ({ signal }) =>
        fetchJson<AccessReply>(`/api/access?${new URLSearchParams({ target, pipeline })}`, { signal }),
      staleTime: STALE_MS,
    }),
};

/** Who is signed in, and what rules speak of them. */
export function useAccess() {
  return useQuery(accessQueries.mine());
}

/** What the person may press at a pipeline; asked only where one is named. */
export function usePipelineAccess(place: AccessPlace) {
  return useQuery({ ...accessQueries.at(place), enabled: place.target !== "" && place.pipeline !== "" });
}

/** Whether the person may press a verb at a place, and why (not); refused while that is not known. */
export function usePermission(place: AccessPlace, verb: Verb): AccessAnswer {
  return useAnswers(place)(verb, place.stage);
}

/** The same of every verb and stage of a pipeline. */
export function useAnswers(place: AccessPlace): (verb: Verb, stage?: string) => AccessAnswer {
  const { data, error } = useQuery(accessQueries.at(place));
  const at = data?.at;
  const why = error === null ? "Asking what you may do here." : "What you may do here could not be read.";
  return (verb, stage) =>
    at === undefined ? { allowed: false, why, rule: NOT_KNOWN } : answerAt(at, verb, stage);
}

/** What more a press takes at a pipeline; nothing while that is not known: the server checks it in any case. */
export function usePressConditions(place: AccessPlace): PressConditions {
  return useQuery(accessQueries.at(place)).data?.at?.conditions ?? {};
}

/** Groups that may answer an approval at a stage of a pipeline, `*` being everybody; none while that is not known. */
export function useApprovers(place: AccessPlace, stage: string | undefined): readonly string[] {
  const approvers = useQuery(accessQueries.at(place)).data?.at?.approvers;
  return (stage === undefined ? undefined : approvers?.[stage]) ?? [];
}

/** The answer for a verb at a stage, or at the pipeline as a whole. */
export function answerAt(
  { verbs, stages }: PipelineAccess,
  verb: Verb,
  stage: string | undefined,
): AccessAnswer {
  return (stage === undefined ? undefined : stages[stage]?.[verb]) ?? verbs[verb];
}
