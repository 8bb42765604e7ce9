import "server-only";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";
import { objects, text } from "./lenient";
import { looksSecret } from "./looks-secret";

/**
 * Output variables whose values cannot hold a secret, in lower case without separators: what sources say of a revision,
 * and what builds call their images and versions. AWS sends secret variables in plain text, so anything else (a build
 * may export whatever it likes) stays on the server.
 */
const SHOWN = new Set([
  "authordate",
  "authordisplayname",
  "authoremail",
  "authorid",
  "branchname",
  "bucketname",
  "buildversion",
  "changesetname",
  "commitid",
  "commitmessage",
  "commitsha",
  "committerdate",
  "connectionarn",
  "destinationbranchname",
  "digest",
  "etag",
  "fullrepositoryname",
  "gitcommit",
  "gitsha",
  "imagedigest",
  "imagetag",
  "imageuri",
  "imageurl",
  "objectkey",
  "providertype",
  "pullrequestid",
  "pullrequesttitle",
  "registryid",
  "repositoryname",
  "sourcebranchname",
  "stackname",
  "tagname",
  "version",
  "versionid",
]);

const SAYS_SECRET =
  /pass|pwd|secret|token|credential|cookie|cert|salt|private|signing|signature|bearer|webhook|session|auth(?!or)|(?:^|[-_.])(?:pin|otp|sas|dsn|jwt|key|keys)(?:$|[-_.\d])|[a-z]Key(?:$|[-_A-Z\d])/i;

/** Output variables of an action for the browser, in their order: a value only where its name is known to be harmless. */
export function redactOutputVariables(variables: unknown): ConfigurationEntry[] {
  if (typeof variables !== "object" || variables === null) return [];
  return Object.entries(variables).map(([key, value]) => {
    const shown = SHOWN.has(key.toLowerCase().replace(/[-_]/g, "")) ? text(value) : undefined;
    return shown === undefined || looksSecret(shown)
      ? { key, value: null, hidden: true }
      : { key, value: shown, hidden: false };
  });
}

/**
 * Pipeline variables of an execution, which people give when they start it. Their names are the team's own, so a list of
 * harmless ones would hide them all, and they are what one execution differs from another by; AWS says not to put secrets
 * there, and shows them to whoever may read the pipeline. One whose name or value says that it is a secret all the same
 * is kept back.
 */
export function redactPipelineVariables(
  variables: ReadonlyArray<{ name?: string | undefined; resolvedValue?: string | undefined }> | undefined,
): Array<{ name: string; value: string | null; hidden: boolean }> {
  return objects(variables).flatMap((variable) => {
    const name = text(variable.name);
    if (name === undefined) return [];
    const value = typeof variable.resolvedValue === "string" ? variable.resolvedValue : "";
    const secret = SAYS_SECRET.test(name) || looksSecret(value);
    return secret ? { name, value: null, hidden: true } : { name, value, hidden: false };
  });
}
