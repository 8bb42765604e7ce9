import { type Check, matchingLines } from "./check";

// Written in parts, so that this file does not accuse itself.
const silencers = [
  "biome" + "-ignore",
  "@ts" + "-ignore",
  "@ts" + "-expect-error",
  "@ts" + "-nocheck",
  "eslint" + "-disable",
];
const pattern = new RegExp(`${silencers.join("|")}|\\bas ${"any"}\\b`);

/** No rule and no type is silenced in place. */
export const noSuppressions: Check = {
  name: "no-suppressions",
  run: (files) =>
    files
      .filter(({ path }) => /\.(tsx?|mjs|css)$/.test(path))
      .flatMap((file) => matchingLines(file, pattern, "silences a rule or the type checker")),
};
