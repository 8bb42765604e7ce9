import "server-only";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";
import { objects, text } from "./lenient";

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

const SAYS_SECRET = /pass|secret|token|credential|api[-_]?key|access[-_]?key|private|auth|signing/i;

/** Output variables of an action for the browser, in their order: a value only where its name is known to be harmless. */
export function redactOutputVariables(variables: unknown): ConfigurationEntry[] {
  if (typeof variables !== "object" || variables === null) return [];
  return Object.entries(variables).map(([key, value]) => {
    const shown = SHOWN.has(key.toLowerCase().replace(/[-_]/g, "")) ? text(value) : undefined;
    return shown === undefined ? { key, value: null, hidden: true } : { key, value: shown, hidden: false };
  });
}

/** Pipeline variables of an execution, which people give when they start it; one whose name says secret is kept back. */
export function redactPipelineVariables(
  variables: ReadonlyArray<{ name?: string | undefined; resolvedValue?: string | undefined }> | undefined,
): Array<{ name: string; value: string | null; hidden: boolean }> {
  return objects(variables).flatMap((variable) => {
    const name = text(variable.name);
    if (name === undefined) return [];
    if (SAYS_SECRET.test(name)) return { name, value: null, hidden: true };
    return {
      name,
      value: typeof variable.resolvedValue === "string" ? variable.resolvedValue : "",
      hidden: false,
    };
  });
}
