import "server-only";
import { createHash } from "node:crypto";

const LONGEST = 64;
/** What STS takes as RoleSessionName and as SourceIdentity. */
const TAKEN = /^[\w+=,.@-]{2,64}$/;
/** The end of a name that was made here; an id that ends like it is made anew, so that no two people share a name. */
const MADE = /\.[0-9a-f]{8}$/;

/**
 * The name AWS keeps of a person (RoleSessionName, SourceIdentity): the person's id where AWS takes it as it is, else
 * its readable part and eight digits of its hash. Different ids get different names.
 */
export function awsName(personId: string): string {
  if (TAKEN.test(personId) && !MADE.test(personId)) return personId;
  const digest = createHash("sha256").update(personId).digest("hex").slice(0, 8);
  const readable = personId.replace(/[^\w+=,.@-]+/g, "-").slice(0, LONGEST - digest.length - 1);
  return `${readable}.${digest}`;
}
