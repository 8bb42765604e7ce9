import type { ExecutionSummary } from "./execution";
import type { Instant } from "./instant";
import { askedWords, searchWords } from "./search-words";

/** Which executions of a pipeline are wanted; what is left out asks for nothing. */
export interface HistoryFilter {
  /** AWS's status words: one of them. */
  statuses?: readonly string[];
  /** AWS's trigger types: one of them. */
  triggers?: readonly string[];
  /** Words of who made a revision or started the execution. */
  author?: string;
  /** Beginning of a revision's id. */
  revision?: string;
  /** Started then or later. */
  from?: Instant;
  /** Started then or earlier. */
  to?: Instant;
  /** Words of ids, messages, people, branches, triggers and stop reasons. */
  q?: string;
}

/** What of an execution is searched. */
export type Searched = Pick<
  ExecutionSummary,
  "id" | "status" | "startedAt" | "revisions" | "trigger" | "stopReason" | "rollbackOf"
>;

/**
 * Words under which an execution is found. Those of a field alone have its letter in front: `a=` people, `r=` revisions,
 * `s=` status, `t=` trigger. No word of a text has an equals sign.
 */
export function executionWords(execution: Searched): string[] {
  const { id, status, revisions, trigger, stopReason, rollbackOf } = execution;
  const people = [...revisions.map(({ author }) => author), trigger?.by].flatMap((name) => name ?? []);
  const texts = [
    id,
    rollbackOf,
    trigger?.text,
    stopReason,
    ...people,
    ...revisions.flatMap((revision) => [revision.id, revision.branch, revision.summary]),
  ];
  return [
    ...new Set([
      `s=${status.toLowerCase()}`,
      ...(trigger ? [`t=${trigger.type.toLowerCase()}`] : []),
      ...people.flatMap((name) => searchWords(name).map((word) => `a=${word}`)),
      ...revisions.map((revision) => `r=${revision.id.toLowerCase().slice(0, LONGEST_REVISION)}`),
      ...texts.flatMap((text) => (text === undefined ? [] : searchWords(text))),
    ]),
  ];
}

const LONGEST_REVISION = 100;

/** One thing asked of the words: any of these, each whole or as the beginning of a word. */
export interface WordTerm {
  words: readonly string[];
  begins: boolean;
}

/** What a filter asks of the words of an execution, all of it; null when there is nothing that could be found. */
export function filterTerms(filter: HistoryFilter): WordTerm[] | null {
  const author = filter.author === undefined ? undefined : askedWords(filter.author);
  const asked = filter.q === undefined ? undefined : askedWords(filter.q);
  const revision = filter.revision?.trim().toLowerCase();
  if (author?.length === 0 || asked?.length === 0 || revision === "") return null;
  const beginning = (word: string): WordTerm => ({ words: [word], begins: true });
  return [
    ...whole("s=", filter.statuses),
    ...whole("t=", filter.triggers),
    ...(author ?? []).map((word) => beginning(`a=${word}`)),
    ...(revision === undefined ? [] : [beginning(`r=${revision.slice(0, LONGEST_REVISION)}`)]),
    ...(asked ?? []).map(beginning),
  ];
}

function whole(letter: string, words: readonly string[] | undefined): WordTerm[] {
  if (words === undefined || words.length === 0) return [];
  return [{ words: words.map((word) => letter + word.toLowerCase()), begins: false }];
}

/** A page asks the same rows anew for each letter typed, and nothing changes a row once it is made. */
const wordsKnown = new WeakMap<Searched, readonly string[]>();

function wordsOf(execution: Searched): readonly string[] {
  const known = wordsKnown.get(execution) ?? executionWords(execution);
  wordsKnown.set(execution, known);
  return known;
}

/** A question to many executions, made ready once. An execution it was asked about must not be changed in place. */
export function historyMatcher(filter: HistoryFilter): (execution: Searched) => boolean {
  const terms = filterTerms(filter);
  if (terms === null) return () => false;
  return (execution) => {
    const { startedAt } = execution;
    if (filter.from !== undefined && (startedAt === undefined || startedAt < filter.from)) return false;
    if (filter.to !== undefined && (startedAt === undefined || startedAt > filter.to)) return false;
    if (terms.length === 0) return true;
    const words = wordsOf(execution);
    return terms.every((term) =>
      words.some((word) =>
        term.words.some((asked) => (term.begins ? word.startsWith(asked) : word === asked)),
      ),
    );
  };
}

/** Whether a filter asks for anything. */
export function isFiltering(filter: HistoryFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value.length > 0);
}
