import "server-only";
import { isInFlight } from "@/lib/domain/in-flight";
import { type AwsPipelineExecution, getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { type AwsActionExecution, listActionExecutions } from "../codepipeline/list-action-executions";
import { type AwsRuleExecution, listRuleExecutions } from "../codepipeline/list-rule-executions";
import type { TargetConfig } from "../config/config";
import { Denials } from "./denials";
import { everyPage } from "./every-page";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";
import { LIMIT_MS } from "./plan";

/** One that has ended can still be retried, so it is read again, but seldom. */
const ENDED_LIMIT_MS = 60_000;
/** Executions kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 100;

/** What AWS says about one execution. */
export interface ExecutionAnswers {
  execution: AwsPipelineExecution;
  actions: AwsActionExecution[];
  rules: AwsRuleExecution[];
  /** IAM actions the role lacks; what they would tell is empty. */
  denied: string[];
}

declare global {
  var pipedeckExecutions: WeakMap<TargetConfig, Map<string, KeptRead<ExecutionAnswers>>> | undefined;
}

/** The one reader of an execution in this process: seconds old while it runs, a minute once it has ended. */
export function executionRead(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
): KeptRead<ExecutionAnswers> {
  globalThis.pipedeckExecutions ??= new WeakMap();
  const reads = globalThis.pipedeckExecutions.get(target) ?? new Map<string, KeptRead<ExecutionAnswers>>();
  globalThis.pipedeckExecutions.set(target, reads);
  const key = JSON.stringify([pipeline, executionId]);
  const denials = new Denials();
  const read =
    reads.get(key) ??
    new KeptRead(
      () => readExecution(target, pipeline, executionId, denials),
      ({ execution }) => (isInFlight(String(execution.status)) ? LIMIT_MS.hot : ENDED_LIMIT_MS),
    );
  return keepNewest(reads, key, read, MOST_KEPT);
}

async function readExecution(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
  denials: Denials,
): Promise<ExecutionAnswers> {
  const range = (nextToken: string | undefined) => ({ executionId, nextToken });
  const [execution, actions, rules] = await Promise.all([
    denials.unless("GetPipelineExecution", () => getPipelineExecution(target, pipeline, executionId), {}),
    denials.unless(
      "ListActionExecutions",
      () => everyPage((token) => listActionExecutions(target, pipeline, range(token))),
      [],
    ),
    denials.unless(
      "ListRuleExecutions",
      () => everyPage((token) => listRuleExecutions(target, pipeline, range(token))),
      [],
    ),
  ]);
  const denied = denials.errorOf("GetPipelineExecution");
  if (denied && actions.length === 0) throw denied;
  return { execution, actions, rules, denied: denials.permissions };
}
