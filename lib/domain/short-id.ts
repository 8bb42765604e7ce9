/**
 * What people recognise a source revision by: 7 characters of a commit SHA, of an image digest or of an S3 object
 * version. Ids of at most 12 characters, such as a tag, are shown whole.
 */
export function shortRevision(id: string): string {
  const plain = fromObjectLocation(id) ?? id;
  const digest = /^sha(?:256|512):([0-9a-f]+)$/i.exec(plain)?.[1] ?? plain;
  if (/^[0-9a-f]{20,}$/i.test(digest)) return digest.slice(0, 7);
  return digest.length <= 12 ? digest : digest.slice(0, 7);
}

/** The first 8 characters of an execution id. */
export function shortExecution(id: string): string {
  return id.slice(0, 8);
}

/** CodeDeploy reports a revision as JSON with the S3 object it is; its version or its tag stands for it. */
function fromObjectLocation(id: string): string | undefined {
  if (!id.startsWith("{")) return undefined;
  try {
    const location: unknown = JSON.parse(id);
    if (typeof location !== "object" || location === null) return undefined;
    if ("version" in location && typeof location.version === "string") return location.version;
    if ("etag" in location && typeof location.etag === "string") return location.etag;
    return undefined;
  } catch {
    return undefined;
  }
}
