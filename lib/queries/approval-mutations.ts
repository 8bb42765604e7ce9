import type { ApprovalRequest } from "@/lib/contract/receipt";
import { usePress } from "./press";

/** Answers an open approval: POST …/stages/{stage}/actions/{action}/approval under one key. */
export function useAnswerApproval(
  of: { target: string; pipeline: string; stage: string; action: string },
  key: string,
  onProblem: () => void,
) {
  const [target, pipeline, stage, action] = [of.target, of.pipeline, of.stage, of.action].map(
    encodeURIComponent,
  );
  return usePress<ApprovalRequest>(
    `/api/pipelines/${target}/${pipeline}/stages/${stage}/actions/${action}/approval`,
    key,
    onProblem,
  );
}
