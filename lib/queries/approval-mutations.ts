import type { ApprovalRequest } from "@/lib/contract/receipt";
import { usePress } from "./press";
import { stageApi } from "./stage-path";

/** Answers an open approval: POST …/stages/{stage}/actions/{action}/approval under one key. */
export function useAnswerApproval(
  of: { target: string; pipeline: string; stage: string; action: string },
  key: string,
  onProblem: () => void,
) {
  const path = `${stageApi(of)}/actions/${encodeURIComponent(of.action)}/approval`;
  return usePress<ApprovalRequest>(path, key, onProblem);
}
