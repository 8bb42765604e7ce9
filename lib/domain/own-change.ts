import type { Person } from "./person";

/** Who is behind an execution, as far as AWS tells: names, ids or e-mail addresses. */
export interface ExecutionOrigin {
  /** Who started it by hand. */
  startedBy?: string;
  /** Authors of its source revisions. */
  authors: readonly string[];
}

/**
 * Whether an execution is a person's own: they started it, or are an author of what it carries.
 *
 * @param awsName what AWS calls them, which is not their id where AWS would not take that as a name
 */
export function ownChange(
  person: Person,
  origin: ExecutionOrigin,
  awsName = person.id,
): "started" | "authored" | undefined {
  const names = [person.id, person.name, person.email ?? "", awsName];
  const mine = new Set(names.map(plain).filter((name) => name !== ""));
  const isMe = (text: string) => namesIn(text).some((name) => mine.has(plain(name)));
  if (origin.startedBy !== undefined && isMe(origin.startedBy)) return "started";
  return origin.authors.some(isMe) ? "authored" : undefined;
}

/** `Grace Okafor <grace@example.com>` holds two. */
function namesIn(text: string): string[] {
  const [, name = "", address = ""] = /^(.*)<([^<>]+)>\s*$/.exec(text) ?? [];
  return [text, name, address];
}

/** AWS writes names with what it allows in them: case and all but letters, digits and what makes an address differ. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, "");
}
