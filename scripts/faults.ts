import { runCommand } from "./processes/shutdown";
import { faults } from "./proof/faults-step";
import { summary } from "./proof/outcome";

await runCommand(async () => {
  const outcome = await faults(45_000).run();
  console.log(outcome.report);
  console.log(summary([outcome]));
  return outcome.failed > 0 ? 1 : 0;
}, 130);
