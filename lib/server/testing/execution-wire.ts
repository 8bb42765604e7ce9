import "server-only";
import { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { getPipeline } from "../codepipeline/get-pipeline";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { getPipelineState } from "../codepipeline/get-pipeline-state";
import { listActionExecutions } from "../codepipeline/list-action-executions";
import { listExecutionPage } from "../codepipeline/list-pipeline-executions";
import { listRuleExecutions } from "../codepipeline/list-rule-executions";
import { toPipelineState } from "../codepipeline/to-domain";
import { toExecutionDetail } from "../codepipeline/to-execution-detail";
import type { ScriptedAws } from "./scripted-aws";
import { NOW_MS } from "./wire";

/** AWS's answers about one execution and its pipeline, as JSON on the wire. */
export interface ExecutionWire {
  execution: unknown;
  actions?: unknown[];
  rules?: unknown[];
  executions?: unknown[];
  state?: unknown;
  pipeline?: unknown;
}

/** The execution those answers give: through the SDK's own reading of the wire, and back out through our contract. */
export async function readExecutionWire(
  aws: ScriptedAws,
  wire: ExecutionWire,
  executionId: string,
): Promise<ExecutionDetail> {
  const { target } = aws;
  const name = "checkout-web";
  const pipeline = wire.pipeline ?? { name, executionMode: "QUEUED", stages: [] };
  aws.answers("GetPipelineExecution", JSON.stringify({ pipelineExecution: wire.execution }));
  aws.answers("ListActionExecutions", JSON.stringify({ actionExecutionDetails: wire.actions ?? [] }));
  aws.answers("ListRuleExecutions", JSON.stringify({ ruleExecutionDetails: wire.rules ?? [] }));
  aws.answers(
    "ListPipelineExecutions",
    JSON.stringify({ pipelineExecutionSummaries: wire.executions ?? [] }),
  );
  aws.answers("GetPipelineState", JSON.stringify(wire.state ?? { pipelineName: name }));
  aws.answers("GetPipeline", JSON.stringify({ pipeline }));
  const declaration = await getPipeline(target, name);
  const actions = (await listActionExecutions(target, name, { executionId })).items;
  const known = (await listExecutionPage(target, name)).items;
  const line = toPipelineState({
    target,
    name,
    state: await getPipelineState(target, name),
    declaration,
    executions: known,
    actions,
    nowMs: NOW_MS,
  });
  const execution = toExecutionDetail({
    target,
    pipeline: name,
    executionId,
    execution: await getPipelineExecution(target, name, executionId),
    actions,
    rules: (await listRuleExecutions(target, name, { executionId })).items,
    declaration,
    stages: line.stages,
    known,
  });
  const now = new Date(NOW_MS).toISOString();
  const reply = { execution, freshness: { kind: "live", asOf: now }, now };
  return ExecutionDetailReply.parse(JSON.parse(JSON.stringify(reply))).execution;
}
