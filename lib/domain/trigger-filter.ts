import type { DeclaredTrigger, Patterns } from "./structure";

type Filter = DeclaredTrigger["filters"][number];

/** A git filter in words: `push to branches main, release/*, not wip/*; files src/**`. Two filters differ when their words do. */
export function filterWords({ kind, events, branches, tags, filePaths }: Filter): string {
  const head = kind === "push" ? "push" : "pull request";
  const words = [
    events.length === 0 ? head : `${head} (${listWords(events.toSorted())})`,
    ...patternWords("branches", branches),
    ...patternWords("tags", tags),
    ...patternWords("files", filePaths),
  ];
  return words.join("; ");
}

function patternWords(what: string, { includes, excludes }: Patterns): string[] {
  const parts = [
    ...(includes.length === 0 ? [] : [listWords(includes.toSorted())]),
    ...(excludes.length === 0 ? [] : [`not ${listWords(excludes.toSorted())}`]),
  ];
  return parts.length === 0 ? [] : [`${what} ${parts.join(", ")}`];
}

/** Names with commas between; one that could be taken for two, or for a word of ours, stands in quotes. */
export function listWords(items: readonly string[]): string {
  return items.map((item) => (/^[^\s,;"]+$/.test(item) ? item : JSON.stringify(item))).join(", ");
}
