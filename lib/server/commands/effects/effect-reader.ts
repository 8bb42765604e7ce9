import "server-only";
import type { Urgency } from "../../aws/urgency";
import { type AwsPipelineExecution, getPipelineExecution } from "../../codepipeline/get-pipeline-execution";
import { type AwsPipelineState, getPipelineState } from "../../codepipeline/get-pipeline-state";
import { isExecutionUnknown } from "../../codepipeline/is-execution-unknown";
import { objects } from "../../codepipeline/lenient";
import { type AwsActionExecution, listActionExecutions } from "../../codepipeline/list-action-executions";
import {
  type AwsExecutionSummary,
  listPipelineExecutions,
} from "../../codepipeline/list-pipeline-executions";
import { type AwsRuleExecution, listRuleExecutions } from "../../codepipeline/list-rule-executions";
import { AwsReadError } from "../../codepipeline/read-aws";
import type { TargetConfig } from "../../config/config";

/** One look at one pipeline: what was read stays the same for the whole look. Every call throws AwsReadError. */
export interface EffectReader {
  /** What is looked at. */
  target: TargetConfig;
  /** GetPipelineState. */
  state(): Promise<AwsPipelineState>;
  /** GetPipelineExecution; undefined when AWS knows no such execution. */
  execution(executionId: string): Promise<AwsPipelineExecution | undefined>;
  /** The newest executions, at most 100 (ListPipelineExecutions). */
  executions(): Promise<AwsExecutionSummary[]>;
  /** All action executions of one execution, newest first (ListActionExecutions); none when AWS does not know it. */
  actions(executionId: string): Promise<AwsActionExecution[]>;
  /** The newest runs of rules of one execution (ListRuleExecutions); none where the role may not read them. */
  rules(executionId: string): Promise<AwsRuleExecution[]>;
}

/** A look that begins now. `urgency` is `press` while somebody waits to see what came of one. */
export function effectReader(
  target: TargetConfig,
  pipeline: string,
  urgency: Urgency = "press",
): EffectReader {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const reading = (known.get(key) as Promise<T> | undefined) ?? read();
    known.set(key, reading);
    return reading;
  };
  return {
    target,
    state: () => once("state", () => getPipelineState(target, pipeline, urgency)),
    executions: () => once("executions", () => listPipelineExecutions(target, pipeline, urgency)),
    execution: (id) =>
      once(`execution ${id}`, () =>
        unlessUnknown(getPipelineExecution(target, pipeline, id, urgency), undefined),
      ),
    actions: (id) =>
      once(`actions ${id}`, () => unlessUnknown(allActions(target, pipeline, id, urgency), [])),
    rules: (id) => once(`rules ${id}`, () => unlessUnknown(newestRules(target, pipeline, id), [])),
  };
}

async function allActions(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
  urgency: Urgency,
): Promise<AwsActionExecution[]> {
  const all: AwsActionExecution[] = [];
  let nextToken: string | undefined;
  do {
    const page = await listActionExecutions(target, pipeline, { executionId, nextToken }, urgency);
    all.push(...objects(page.items));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return all.sort((a, b) => Number(b.startTime) - Number(a.startTime));
}

async function newestRules(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
): Promise<AwsRuleExecution[]> {
  try {
    return objects((await listRuleExecutions(target, pipeline, { executionId })).items);
  } catch (error) {
    if (error instanceof AwsReadError && error.failure.kind === "denied") return [];
    throw error;
  }
}

async function unlessUnknown<T, U>(read: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await read;
  } catch (error) {
    if (isExecutionUnknown(error)) return otherwise;
    throw error;
  }
}
