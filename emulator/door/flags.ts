import {
  DEFAULT_OPTIONS,
  type EmulatorOptions,
  FASTEST_SPEED,
  LARGEST_SEED,
  MOST_EXECUTIONS,
  MOST_PIPELINES,
  WORLD_NAMES,
} from "./emulator-options";
import { fromInstantText } from "./instant-text";

/** A command line that cannot be understood; the message is one line for people. */
export class FlagError extends Error {}

type Reader = (options: EmulatorOptions, flag: string, text: string) => void;

function whole(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new FlagError(`${flag} must be a whole number from ${least} to ${most}, not "${text}"`);
  }
  return value;
}

function positive(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0 || value > most) {
    throw new FlagError(`${flag} must be a number above 0 and up to ${most}, not "${text}"`);
  }
  return value;
}

function oneOf<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new FlagError(`${flag} must be one of ${words.join(", ")}, not "${text}"`);
  return found;
}

const READERS: Record<string, Reader> = {
  "--port": (options, flag, text) => {
    options.port = whole(flag, text, 0, 65_535);
  },
  "--host": (options, flag, text) => {
    if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw new FlagError(`${flag} must be a host name, not "${text}"`);
    options.host = text;
  },
  "--world": (options, flag, text) => {
    options.world = oneOf(flag, text, WORLD_NAMES);
  },
  "--pipelines": (options, flag, text) => {
    options.pipelines = whole(flag, text, 1, MOST_PIPELINES);
  },
  "--executions": (options, flag, text) => {
    options.executions = whole(flag, text, 0, MOST_EXECUTIONS);
  },
  "--seed": (options, flag, text) => {
    options.seed = whole(flag, text, 0, LARGEST_SEED);
  },
  "--life": (options, flag, text) => {
    options.life = oneOf(flag, text, ["on", "off"] as const) === "on";
  },
  "--clock": (options, flag, text) => {
    options.clock = oneOf(flag, text, ["real", "manual"] as const);
  },
  "--speed": (options, flag, text) => {
    options.speed = positive(flag, text, FASTEST_SPEED);
  },
  "--now": (options, flag, text) => {
    const now = fromInstantText(text);
    if (now === undefined) {
      throw new FlagError(`${flag} must be an ISO instant such as 2026-03-02T09:00:00Z, not "${text}"`);
    }
    options.now = now;
  },
  "--rate": (options, flag, text) => {
    options.rate = positive(flag, text, 1_000_000);
  },
  "--burst": (options, flag, text) => {
    options.burst = whole(flag, text, 1, 1_000_000);
  },
};

/** Reads `--name value` and `--name=value`; throws FlagError on anything it does not know or cannot read. */
export function parseFlags(argv: readonly string[]): EmulatorOptions {
  const options: EmulatorOptions = { ...DEFAULT_OPTIONS };
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    const equals = word.indexOf("=");
    const flag = equals === -1 ? word : word.slice(0, equals);
    const read = Object.hasOwn(READERS, flag) ? READERS[flag] : undefined;
    if (read === undefined) {
      throw new FlagError(`unknown flag "${word}"; known flags: ${Object.keys(READERS).join(" ")}`);
    }
    const text = equals === -1 ? argv[index + 1] : word.slice(equals + 1);
    if (equals === -1) index += 1;
    if (text === undefined || text === "") throw new FlagError(`${flag} needs a value`);
    read(options, flag, text);
  }
  if (options.burst !== undefined && options.rate === undefined) {
    throw new FlagError("--burst needs --rate, the requests per second");
  }
  return options;
}
