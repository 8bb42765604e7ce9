import type { HistoryFilter } from "./history-filter";

/** Words people use for what started an execution, and AWS's types they stand for. */
const TRIGGERS = new Map<string, readonly string[]>([
  ["push", ["Webhook", "WebhookV2"]],
  ["hand", ["StartPipelineExecution"]],
  ["manual", ["StartPipelineExecution"]],
  ["rollback", ["ManualRollback", "AutomatedRollback"]],
  ["event", ["CloudWatchEvent"]],
  ["polling", ["PollForSourceChanges"]],
  ["revision", ["PutActionRevision"]],
]);

/** AWS's statuses by the words of the box. */
const STATUSES = new Map([
  ["running", "InProgress"],
  ["inprogress", "InProgress"],
  ["failed", "Failed"],
  ["stopping", "Stopping"],
  ["stopped", "Stopped"],
  ["succeeded", "Succeeded"],
  ["superseded", "Superseded"],
  ["cancelled", "Cancelled"],
  // As EventBridge writes it.
  ["canceled", "Cancelled"],
]);

const TOKEN = /^([a-z]+):(.+)$/i;
const AWS_WORD = /^\w{1,40}$/;
const MOST_WORDS = 20;

/**
 * Reads the text of the history's filter box: `person:kaya status:failed trigger:push sha:7b09 since:2026-11-20 vat`. Never
 * fails: what is no token, or names nothing that can be, is a word.
 */
export function parseHistoryFilter(text: string): HistoryFilter {
  const people: string[] = [];
  const words: string[] = [];
  const filter: { -readonly [Key in keyof HistoryFilter]: HistoryFilter[Key] } = {};
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const [, key = "", value = ""] = TOKEN.exec(part) ?? [];
    if (/^(person|author|by)$/i.test(key)) people.push(value);
    else if (!take(filter, key.toLowerCase(), value)) words.push(part);
  }
  if (people.length > 0) filter.author = people.join(" ");
  if (words.length > 0) filter.q = words.join(" ");
  return filter;
}

function take(
  filter: { -readonly [Key in keyof HistoryFilter]: HistoryFilter[Key] },
  key: string,
  value: string,
): boolean {
  switch (key) {
    case "status":
      return addWords(
        value,
        (word) => [STATUSES.get(plain(word).toLowerCase()) ?? plain(word)],
        (all) => {
          filter.statuses = unique([...(filter.statuses ?? []), ...all]);
        },
      );
    case "trigger":
      return addWords(
        value,
        (word) => TRIGGERS.get(word.toLowerCase()) ?? [word],
        (all) => {
          filter.triggers = unique([...(filter.triggers ?? []), ...all]);
        },
      );
    case "sha":
    case "commit":
    case "revision":
      filter.revision = value;
      return true;
    case "since":
      if (!isDay(value)) return false;
      filter.from = `${value}T00:00:00.000Z`;
      return true;
    case "until":
      if (!isDay(value)) return false;
      filter.to = `${value}T23:59:59.999Z`;
      return true;
    default:
      return false;
  }
}

function addWords(
  value: string,
  meant: (word: string) => readonly string[],
  add: (all: readonly string[]) => void,
): boolean {
  const words = value.split(",").filter((word) => AWS_WORD.test(word));
  if (words.length > 0) add(words.flatMap(meant));
  return words.length > 0;
}

/** `in_progress` as AWS's own word is written: statuses have letters alone. */
function plain(status: string): string {
  return status.replace(/[^a-z]/gi, "");
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.filter(Boolean))].sort().slice(0, MOST_WORDS);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The filter as the query of GET …/executions. */
export function toHistoryQuery(filter: HistoryFilter): Record<string, string> {
  const { statuses = [], triggers = [], author, revision, from, to, q } = filter;
  return {
    ...(statuses.length === 0 ? {} : { status: statuses.join(",") }),
    ...(triggers.length === 0 ? {} : { trigger: triggers.join(",") }),
    ...(author === undefined ? {} : { author }),
    ...(revision === undefined ? {} : { revision }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(q === undefined ? {} : { q }),
  };
}
