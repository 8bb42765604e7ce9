import { access } from "./access-step";
import { csrf, names, secrets } from "./identity-steps";
import type { Step } from "./run-steps";

/** Proofs of what a press may and may not do: the long form by command, the short one in `npm test`. */
export const PROOFS: Readonly<Record<string, { long: () => Step; short: () => Step }>> = {
  access: { long: () => access(true), short: () => access(false) },
  csrf: { long: () => csrf(true), short: () => csrf(false) },
  names: {
    long: () => names({ people: 50, presses: 4 }),
    short: () => names({ people: 8, presses: 2 }),
  },
  secrets: { long: () => secrets(1000), short: () => secrets(3) },
};
