import { runCommand } from "./processes/shutdown";
import { summary } from "./proof/outcome";
import { replicas } from "./proof/replicas-step";

await runCommand(async () => {
  const outcome = await replicas(60_000).run();
  console.log(outcome.report);
  console.log(summary([outcome]));
  return outcome.failed > 0 ? 1 : 0;
}, 130);
