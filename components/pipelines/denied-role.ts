import { principalName } from "@/lib/domain/principal-name";

/** Who lacks a permission, as one looks for it in IAM: `The role pipedeck-read` for a session of it. */
export function deniedRole(principal: string | undefined): string {
  const role = /:assumed-role\/([^/]+)/.exec(principal ?? "")?.[1];
  if (role !== undefined) return `The role ${role}`;
  return principal === undefined ? "The role" : principalName(principal);
}
