import { formatCount } from "@/lib/domain/count-words";

const MOST_NAMED = 3;

/** The groups of a person in a few words: `group platform`, or `groups a, b, c and 4 more`. */
export function groupsWords(groups: readonly string[]): string {
  if (groups.length === 0) return "in no group";
  const named = groups.slice(0, MOST_NAMED).join(", ");
  const more = groups.length - MOST_NAMED;
  return `${groups.length === 1 ? "group" : "groups"} ${named}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
}
