import { runCommand } from "./processes/shutdown";
import { summary } from "./proof/outcome";
import { runSteps } from "./proof/run-steps";
import { arrows, house, lint, types } from "./proof/static-steps";
import { quickUnit } from "./proof/unit-step";

await runCommand(async () => {
  const checked = await Promise.all([runSteps([types]), runSteps([lint, house, arrows])]);
  const outcomes = [...checked.flat(), ...(await runSteps([quickUnit]))];
  console.log(summary(outcomes));
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}, 130);
