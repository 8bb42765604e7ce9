import type { PipelineDeclaration } from "../engine/declaration";
import { demandPlace } from "../engine/new-execution";
import { currentDeclaration, findPipeline } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { overriddenRevisions, type SourceRevisionOverride } from "../engine/source-override";
import { startExecution, variablesWithoutValue } from "../engine/start-execution";
import { rememberStart, repeatedStart } from "../engine/start-token";
import { defineOperation } from "./operation";

interface Input {
  name: string;
  variables?: Array<{ name: string; value: string }>;
  clientRequestToken?: string;
  sourceRevisions?: SourceRevisionOverride[];
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}

function checkedVariables(
  declaration: PipelineDeclaration,
  given: Input["variables"] = [],
): Map<string, string> {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const declared = new Set((declaration.variables ?? []).map((variable) => variable.name));
  const unknown = [...values.keys()].filter((name) => !declared.has(name));
  if (unknown.length > 0)
    throw invalid(`Pipeline '${declaration.name}' has no variables named: ${unknown.join(", ")}`);
  const missing = variablesWithoutValue(declaration, values);
  if (missing.length > 0)
    throw invalid(`These variables have no default and need a value: ${missing.join(", ")}`);
  return values;
}

/**
 * StartPipelineExecution. The same clientRequestToken within 24 hours answers the same execution, with other parameters
 * it is a ConflictException.
 */
export const startPipelineExecution = defineOperation<Input>({
  name: "StartPipelineExecution",
  input: "StartPipelineExecutionInput",
  errors: ["Conflict", "PipelineNotFound", "ConcurrentPipelineExecutionsLimitExceeded"],
  run(world, ctx, input) {
    const pipeline = findPipeline(world, ctx, input.name);
    const repeated = repeatedStart(world, pipeline, input.clientRequestToken, input);
    if (repeated !== undefined) return { pipelineExecutionId: repeated };
    const declaration = currentDeclaration(pipeline);
    const variables = checkedVariables(declaration, input.variables);
    const pinned = overriddenRevisions(world, pipeline, input.sourceRevisions ?? []);
    demandPlace(pipeline);
    const { id } = startExecution(world, pipeline, {
      triggerType: "StartPipelineExecution",
      triggerDetail: ctx.principalArn,
      variables,
      pinned,
    });
    rememberStart(world, pipeline, input.clientRequestToken, input, id);
    return { pipelineExecutionId: id };
  },
});
