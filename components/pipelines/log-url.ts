/**
 * Console address of the CloudWatch log stream an ARN names
 * (`arn:aws:logs:<region>:<account>:log-group:<group>:log-stream:<stream>`); undefined for anything else.
 */
export function logUrl(arn: string): string | undefined {
  const parts = /^arn:aws:logs:([a-z0-9-]+):\d{12}:log-group:([^:]+):log-stream:(.+)$/.exec(arn);
  const [, region, group, stream] = parts ?? [];
  if (region === undefined || group === undefined || stream === undefined) {
    return undefined;
  }
  const twice = (name: string) => encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`;
}
