import type { ReceiptState, Verb } from "./receipt";

/** What the activity page's filter box asks for. */
export interface ReceiptFilter {
  person?: string;
  verbs: Verb[];
  states: ReceiptState[];
  target?: string;
  pipeline?: string;
  /** Days, `2026-11-20`: from its beginning, and to its end. */
  since?: string;
  until?: string;
  /** What is left: words to be found anywhere in a receipt. */
  words?: string;
}

/** Words people use for what came of a press. */
const OUTCOMES: Record<string, readonly ReceiptState[]> = {
  seen: ["confirmed"],
  confirmed: ["confirmed"],
  accepted: ["accepted"],
  refused: ["refused"],
  unknown: ["unknown"],
  "no-effect": ["no-effect"],
  undecided: ["undecided"],
  recorded: ["recorded"],
  sent: ["sent"],
  open: ["recorded", "sent", "accepted", "unknown"],
};

const KNOWN_VERBS: readonly Verb[] = [
  "approve",
  "reject",
  "stop",
  "abandon",
  "retry",
  "rollback",
  "override",
  "open-transition",
  "close-transition",
  "release",
];

/** Reads the text of the filter box. Never fails: what is no token, or names nothing known, is a word. */
export function parseReceiptFilter(text: string): ReceiptFilter {
  const filter: ReceiptFilter = { verbs: [], states: [] };
  const words: string[] = [];
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const [, key = "", value = ""] = /^([a-z]+):(.+)$/i.exec(part) ?? [];
    if (!take(filter, key.toLowerCase(), value)) words.push(part);
  }
  return words.length === 0 ? filter : { ...filter, words: words.join(" ") };
}

function take(filter: ReceiptFilter, key: string, value: string): boolean {
  const lower = value.toLowerCase();
  switch (key) {
    case "person":
    case "target":
    case "pipeline":
      filter[key] = value;
      return true;
    case "since":
    case "until":
      if (!isDay(value)) return false;
      filter[key] = value;
      return true;
    case "verb": {
      const verbs = KNOWN_VERBS.filter((verb) => lower.split(",").includes(verb));
      filter.verbs.push(...verbs);
      return verbs.length > 0;
    }
    case "outcome": {
      const states = lower.split(",").flatMap((word) => OUTCOMES[word] ?? []);
      filter.states.push(...states);
      return states.length > 0;
    }
    default:
      return false;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The filter as the query of GET /api/receipts. */
export function toReceiptQuery(filter: ReceiptFilter): Record<string, string> {
  const { person, target, pipeline, verbs, states, since, until, words } = filter;
  return {
    ...(person === undefined ? {} : { person }),
    ...(target === undefined ? {} : { target }),
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(verbs.length === 0 ? {} : { verb: verbs.join(",") }),
    ...(states.length === 0 ? {} : { state: states.join(",") }),
    ...(since === undefined ? {} : { from: `${since}T00:00:00.000Z` }),
    ...(until === undefined ? {} : { to: `${until}T23:59:59.999Z` }),
    ...(words === undefined ? {} : { q: words }),
  };
}
