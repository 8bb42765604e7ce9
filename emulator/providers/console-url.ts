/** A page of a service in the AWS console of one region. */
export function consoleUrl(region: string, page: string): string {
  return `https://${region}.console.aws.amazon.com/${page}`;
}
