import { runCommand } from "./processes/shutdown";
import { WordedError } from "./processes/worded-error";
import { faultNames, faults, shortFaults } from "./proof/faults-step";
import { summary } from "./proof/outcome";

await runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => name !== "short" && !faultNames.includes(name));
  if (unknown !== undefined)
    throw new WordedError(
      `There is no fault "${unknown}"; expected some of: ${faultNames.join(", ")}, or short.`,
    );
  const step = names.includes("short") ? shortFaults : faults(names.length > 0 ? names : undefined);
  const outcome = await step.run();
  console.log(outcome.report);
  console.log(summary([outcome]));
  return outcome.failed > 0 ? 1 : 0;
}, 130);
