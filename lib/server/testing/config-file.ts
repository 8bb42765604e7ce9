import "server-only";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";

/** One target as a configuration file has it; account 111122223333 in eu-west-1 unless told. */
export interface TestTarget {
  id: string;
  name?: string;
  endpoint?: string;
  account?: string;
  region?: string;
  roleArn?: string;
  /** `pipedeck-operator` of the account unless told; null for none. */
  operatorRoleArn?: string | null;
  externalId?: string;
  timeoutMs?: number;
  requestsPerSecond?: number;
  include?: string[];
}

/** Writes a configuration with these targets and points PIPEDECK_CONFIG at it. Gives what removes it again. */
export function writeConfig(targets: TestTarget[], signIn?: object, permissions?: object): () => void {
  const folder = mkdtempSync(join(tmpdir(), "pipedeck-config-"));
  const file = join(folder, "pipedeck.config.yaml");
  const complete = targets.map(({ account = "111122223333", operatorRoleArn, ...target }) => ({
    name: target.id,
    account,
    region: "eu-west-1",
    operatorRoleArn:
      operatorRoleArn === undefined
        ? `arn:aws:iam::${account}:role/pipedeck-operator`
        : (operatorRoleArn ?? undefined),
    ...target,
  }));
  writeFileSync(
    file,
    stringify({ targets: complete, ...(signIn && { signIn }), ...(permissions && { permissions }) }),
  );
  process.env.PIPEDECK_CONFIG = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The key `signIn` for a provider: group `platform` is admin, `release` approver, and everybody else may look. */
export function signInWith(issuer: string, changes: object = {}): object {
  process.env.TEST_CLIENT_SECRET = "the secret of the client";
  const roles = { admin: ["platform"], approver: ["release"], viewer: ["*"] };
  return { issuer, clientId: "pipedeck", clientSecretEnv: "TEST_CLIENT_SECRET", roles, ...changes };
}
