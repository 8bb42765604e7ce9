import type { Victim } from "../prove/clicks/named-steps";
import { access } from "./access-step";
import { csrf, names, secrets } from "./identity-steps";
import { audit, clicks, stale, tamper } from "./prove-steps";
import type { Step } from "./run-steps";

/** Proofs of what a press may and may not do: the long form by command, the short one by `npm run prove -- short`. */
export const PROOFS: Readonly<Record<string, { long: () => Step; short: () => Step }>> = {
  clicks: {
    long: () =>
      clicks({
        presses: Number(process.env.PRESSES || 10_000),
        seed: Number(process.env.SEED || 1),
        timesEachStep: Number(process.env.STEPS || 3),
        victims: (process.env.VICTIMS || "server,PostgreSQL").split(",").filter(isVictim),
        killsEveryMs: [15_000, 30_000],
      }),
    short: () =>
      clicks({ presses: 150, seed: 1, timesEachStep: 1, victims: ["server"], killsEveryMs: [4000, 6000] }),
  },
  stale: {
    long: () => stale({ races: Number(process.env.RACES || 1000), seed: Number(process.env.SEED || 1) }),
    short: () => stale({ races: 36, seed: 1 }),
  },
  audit: { long: () => audit(50), short: () => audit(5) },
  tamper: { long: () => tamper(1000), short: () => tamper(140) },
  access: { long: () => access(true), short: () => access(false) },
  csrf: { long: () => csrf(true), short: () => csrf(false) },
  names: {
    long: () => names({ people: 50, presses: 4 }),
    short: () => names({ people: 8, presses: 2 }),
  },
  secrets: { long: () => secrets(1000), short: () => secrets(3) },
};

function isVictim(word: string): word is Victim {
  return word === "server" || word === "PostgreSQL";
}

/** The short form of these proofs. */
export function shortForms(names: readonly string[]): Step[] {
  return names.flatMap((name) => PROOFS[name]?.short() ?? []);
}
