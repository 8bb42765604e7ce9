import { runCommand } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { csrf, names, secrets } from "./proof/identity-steps";
import { summary } from "./proof/outcome";
import type { Step } from "./proof/run-steps";

/** The long form of each proof; `npm test` runs the short ones. */
const PROOFS: Record<string, () => Step> = {
  csrf: () => csrf(true),
  names: () => names({ people: 50, presses: 4 }),
  secrets: () => secrets(1000),
};

await runCommand(async () => {
  const [, , name = ""] = process.argv;
  const step = PROOFS[name];
  if (!step)
    throw new WordedError(
      `Unknown proof "${name}". Run: npm run prove:${Object.keys(PROOFS).join(", prove:")}`,
    );
  const outcome = await step().run();
  console.log(outcome.report);
  console.log(summary([outcome]));
  return outcome.failed > 0 ? 1 : 0;
}, 130);
