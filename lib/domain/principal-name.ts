/**
 * The name people know a principal by: the session name of an assumed role, the name of an IAM user or role, `root`
 * for an account; any other text as it is.
 */
export function principalName(principal: string): string {
  const [arn, , service, , , ...resource] = principal.split(":");
  if (arn !== "arn" || (service !== "iam" && service !== "sts")) return principal;
  const path = resource.join(":");
  const last = path.split("/").at(-1);
  return last === undefined || last === "" ? principal : last;
}
