import { countOf } from "@/lib/domain/count-words";
import { nameList } from "@/lib/domain/name-list";
import type { StageFailure } from "@/lib/domain/stage-failure";
import { unreadReason } from "@/lib/domain/unread";

/** So many of each kind are named. */
const NAMED = 3;

/** What is different since a stage last succeeded, a line each: revisions, variables, the declaration; and what could not be compared. Never empty. */
export function sinceLines({
  from,
  sources,
  variables,
  definition,
  unread,
}: Pick<StageFailure, "from" | "sources" | "variables" | "definition" | "unread">): string[] {
  const revisions = sources.flatMap((source) => source.revisions.map(({ revision }) => revision));
  const named = revisions.slice(0, NAMED).map(({ shortId, summary, author }) => {
    const by = author === undefined ? "" : `, ${author}`;
    return `${shortId} ${summary ?? "no commit message"}${by}`;
  });
  const differing = variables?.changed ?? [];
  const changed = differing
    .slice(0, NAMED)
    .map(({ name, from: before, to: after, hidden }) =>
      hidden
        ? `${name} changed, hidden by policy`
        : `${name} ${before ?? "not set"} to ${after ?? "not set"}`,
    );
  const lines = [
    ...named,
    ...more(revisions.length, "revision"),
    ...changed,
    ...more(differing.length, "variable"),
    ...definitionLine(definition),
  ];
  if (from === undefined)
    return lines.length > 0 ? [...new Set(lines)] : ["There is nothing to hold it against."];
  const [yes, no]: [string[], string[]] = [["revisions"], []];
  (variables ? yes : no).push("variables");
  (definition ? yes : no).push("definition");
  if (lines.length === 0) lines.push(`The same ${nameList(yes)}.`);
  if (no.length > 0) lines.push(`Not compared: ${nameList(no)}, ${unreadReason(unread)}.`);
  return [...new Set(lines)];
}

function more(count: number, noun: string): string[] {
  return count > NAMED ? [`and ${countOf(count - NAMED, `more ${noun}`)}`] : [];
}

function definitionLine(definition: StageFailure["definition"]): string[] {
  if (definition === undefined || definition.from === definition.to) return [];
  return [`definition version ${definition.from} to ${definition.to}`];
}
