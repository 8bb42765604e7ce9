import "server-only";
import { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { getPipeline } from "../codepipeline/get-pipeline";
import { getPipelineState } from "../codepipeline/get-pipeline-state";
import { listActionExecutions } from "../codepipeline/list-action-executions";
import { listPipelineExecutions } from "../codepipeline/list-pipeline-executions";
import { toPipelineState } from "../codepipeline/to-domain";
import type { ScriptedAws } from "./scripted-aws";

/** When the answers came: epoch milliseconds. */
export const NOW_MS = Date.parse("2026-11-21T03:12:00.000Z");

/** AWS's answers about one pipeline, as JSON on the wire. */
export interface Wire {
  state: unknown;
  pipeline?: unknown;
  executions?: unknown[];
  actions?: unknown[];
}

/** The pipeline those answers give: through the SDK's own reading of the wire, and back out through our contract. */
export async function readWire(
  aws: ScriptedAws,
  wire: Wire,
  executionMode = "QUEUED",
): Promise<PipelineState> {
  const { target } = aws;
  const name = "checkout-web";
  aws.answers("GetPipelineState", JSON.stringify(wire.state));
  aws.answers(
    "GetPipeline",
    JSON.stringify({ pipeline: wire.pipeline ?? { name, executionMode, stages: [] } }),
  );
  aws.answers(
    "ListPipelineExecutions",
    JSON.stringify({ pipelineExecutionSummaries: wire.executions ?? [] }),
  );
  aws.answers("ListActionExecutions", JSON.stringify({ actionExecutionDetails: wire.actions ?? [] }));
  const state = toPipelineState({
    target,
    name,
    state: await getPipelineState(target, name),
    declaration: await getPipeline(target, name),
    executions: await listPipelineExecutions(target, name),
    actions: (await listActionExecutions(target, name)).items,
    nowMs: NOW_MS,
  });
  const reply = {
    state,
    version: 1,
    freshness: { kind: "live", asOf: state.row.asOf },
    now: state.row.asOf,
  };
  return PipelineStateReply.parse(JSON.parse(JSON.stringify(reply))).state;
}
