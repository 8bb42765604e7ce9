/** Address of a pipeline in the AWS console of the partition its region belongs to. */
export function pipelineConsoleUrl(region: string, pipeline: string): string {
  return codePipelineUrl(region, `${encodeURIComponent(pipeline)}/view`);
}

/** Address of one execution in the AWS console; what its actions did is on that page. */
export function executionConsoleUrl(region: string, pipeline: string, executionId: string): string {
  const path = [pipeline, "executions", executionId].map(encodeURIComponent).join("/");
  return codePipelineUrl(region, `${path}/timeline`);
}

/**
 * Address of the CloudWatch log stream an ARN names, in whatever partition
 * (`arn:<partition>:logs:<region>:<account>:log-group:<group>:log-stream:<stream>`); undefined for anything else.
 */
export function logConsoleUrl(arn: string): string | undefined {
  const parts = /^arn:aws[a-z-]{0,20}:logs:([a-z0-9-]{1,40}):\d{12}:log-group:([^:]+):log-stream:(.+)$/.exec(
    arn,
  );
  const [, region, group, stream] = parts ?? [];
  if (region === undefined || group === undefined || stream === undefined) return undefined;
  const twice = (name: string) => encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
  const place = `log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`;
  return `https://${consoleHost(region)}/cloudwatch/home?region=${region}#logsV2:${place}`;
}

function codePipelineUrl(region: string, path: string): string {
  const address = `https://${consoleHost(region)}/codesuite/codepipeline/pipelines/${path}`;
  return `${address}?region=${encodeURIComponent(region)}`;
}

function consoleHost(region: string): string {
  if (region.startsWith("cn-")) return `${region}.console.amazonaws.cn`;
  if (region.startsWith("us-gov-")) return `${region}.console.amazonaws-us-gov.com`;
  if (region.startsWith("eusc-")) return `${region}.console.amazonaws-eusc.eu`;
  return `${region}.console.aws.amazon.com`;
}
