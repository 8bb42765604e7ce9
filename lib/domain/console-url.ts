/** Address of a pipeline in the AWS console of the partition its region belongs to. */
export function pipelineConsoleUrl(region: string, pipeline: string): string {
  const path = `codesuite/codepipeline/pipelines/${encodeURIComponent(pipeline)}/view?region=${encodeURIComponent(region)}`;
  return `https://${consoleHost(region)}/${path}`;
}

/** Address of one execution in the AWS console. */
export function executionConsoleUrl(region: string, pipeline: string, executionId: string): string {
  const path = `codesuite/codepipeline/pipelines/${encodeURIComponent(pipeline)}/executions/${encodeURIComponent(executionId)}/timeline?region=${encodeURIComponent(region)}`;
  return `https://${consoleHost(region)}/${path}`;
}

function consoleHost(region: string): string {
  if (region.startsWith("cn-")) return `${region}.console.amazonaws.cn`;
  if (region.startsWith("us-gov-")) return `${region}.console.amazonaws-us-gov.com`;
  return `${region}.console.aws.amazon.com`;
}
