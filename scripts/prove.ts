import { runCommand } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { summary } from "./proof/outcome";
import { audit, clicks, tamper } from "./proof/prove-steps";
import type { Step } from "./proof/run-steps";

/** The long form of each proof; `npm test` runs the short ones. */
const PROOFS: Record<string, () => Step> = {
  clicks: () =>
    clicks({
      presses: Number(process.env.PRESSES || 10_000),
      seed: Number(process.env.SEED || 1),
      timesEachStep: 3,
      victims: ["server", "PostgreSQL"],
      killsEveryMs: [15_000, 30_000],
    }),
  tamper: () => tamper(1000),
  audit: () => audit(50),
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
