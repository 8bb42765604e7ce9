import { countOf } from "@/lib/domain/count-words";
import type { StageFailure } from "@/lib/domain/stage-failure";

/** So many of each kind are named. */
const NAMED = 3;

/** What is different since a stage last succeeded, a line each: revisions, variables, the declaration. Never empty. */
export function sinceLines({
  from,
  sources,
  variables,
  definition,
}: Pick<StageFailure, "from" | "sources" | "variables" | "definition">): string[] {
  const revisions = sources.flatMap((source) => source.revisions.map(({ revision }) => revision));
  const named = revisions.slice(0, NAMED).map(({ shortId, summary, author }) => {
    const by = author === undefined ? "" : `, ${author}`;
    return `${shortId} ${summary ?? "no commit message"}${by}`;
  });
  const changed = variables.changed
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
    ...more(variables.changed.length, "variable"),
    ...definitionLine(definition),
  ];
  if (lines.length > 0) return [...new Set(lines)];
  return [
    from === undefined
      ? "There is nothing to hold it against."
      : "The same revisions, variables and definition.",
  ];
}

function more(count: number, noun: string): string[] {
  return count > NAMED ? [`and ${countOf(count - NAMED, `more ${noun}`)}`] : [];
}

function definitionLine({ from, to }: StageFailure["definition"]): string[] {
  if (from === undefined || to === undefined || from === to) return [];
  return [`definition version ${from} to ${to}`];
}
