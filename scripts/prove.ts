import { runCommand } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { summary } from "./proof/outcome";
import { PROOFS } from "./proof/proofs";

/** The long form of one proof, or of all: `npm run prove`; with `short` the short form. */
await runCommand(async () => {
  const form = process.argv.includes("short") ? "short" : "long";
  const name = process.argv.slice(2).find((word) => word !== "short");
  const chosen = name === undefined ? Object.values(PROOFS) : [PROOFS[name]];
  const outcomes = [];
  for (const proof of chosen) {
    if (!proof)
      throw new WordedError(
        `Unknown proof "${name}". Run: npm run prove:${Object.keys(PROOFS).join(", prove:")}`,
      );
    const outcome = await proof[form]().run();
    console.log(outcome.report);
    outcomes.push(outcome);
  }
  console.log(summary(outcomes));
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}, 130);
