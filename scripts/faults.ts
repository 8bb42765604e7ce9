import { runCommand } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { faultNames, faults, SHORT_FAULTS } from "./proof/faults-step";
import { type Outcome, summary } from "./proof/outcome";

await runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => name !== "short" && !faultNames.includes(name));
  if (unknown !== undefined)
    throw new WordedError(
      `There is no fault "${unknown}"; expected some of: ${faultNames.join(", ")}, or short.`,
    );
  const steps = names.includes("short")
    ? Object.values(SHORT_FAULTS)
    : [faults(names.length > 0 ? names : undefined)];
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const outcome = await step.run();
    console.log(outcome.report);
    outcomes.push(outcome);
  }
  console.log(summary(outcomes));
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}, 130);
