import { expect, it } from "vitest";
import { ConfigError } from "./config-error";
import { parseConfig } from "./parse-config";

const read = (lines: string) => parseConfig(`targets: []\n${lines}`, "c.yaml").history;

function mistakes(lines: string): string[] {
  try {
    read(lines);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
}

it.each([
  ["", { keepMonths: 36, readPast: true }],
  ["history: {}\n", { keepMonths: 36, readPast: true }],
  ["history: { keepMonths: 120 }\n", { keepMonths: 120, readPast: true }],
  ["history:\n  keepMonths: 1\n  readPast: false\n", { keepMonths: 1, readPast: false }],
])("%j is read", (lines, history) => expect(read(lines)).toEqual(history));

it.each([
  ["history: 12\n", "c.yaml:2: history: must be a mapping such as { keepMonths: 36 }"],
  [
    "history: { keepMonths: 0 }\n",
    "c.yaml:2: history.keepMonths: must be a whole number of months from 1 to 1200",
  ],
  [
    "history: { keepMonths: 1.5 }\n",
    "c.yaml:2: history.keepMonths: must be a whole number of months from 1 to 1200",
  ],
  [
    "history: { keepMonths: ever }\n",
    "c.yaml:2: history.keepMonths: must be a whole number of months from 1 to 1200",
  ],
  ["history: { readPast: maybe }\n", "c.yaml:2: history.readPast: must be true or false"],
  [
    "history: { keepMonth: 12 }\n",
    "c.yaml:2: history.keepMonth: is not a known key, did you mean keepMonths?",
  ],
])("%j is a mistake, with its place", (lines, line) => expect(mistakes(lines)).toEqual([line]));
