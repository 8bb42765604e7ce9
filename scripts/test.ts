import { startProgress } from "./install/progress.mjs";
import { runCommand } from "./processes/shutdown";
import { ensureBuilt } from "./production-build/ensure-built";
import { browser } from "./proof/browser-step";
import { SHORT_FAULTS } from "./proof/faults-step";
import { summary, verdict } from "./proof/outcome";
import { replicas } from "./proof/replicas-step";
import { runSteps } from "./proof/run-steps";
import { SIDE_BY_SIDE } from "./proof/side-by-side";
import { arrows, house, lint, types, unused } from "./proof/static-steps";
import { unit } from "./proof/unit-step";
import { root } from "./stack/folders";

await runCommand(async (shutdown) => {
  const build = {
    name: "production build (next)",
    run: async () => {
      await ensureBuilt(root, shutdown);
      return verdict(true, "");
    },
  };
  // The compiler reads what the build writes, so it comes first; the tests have the machine to themselves, and so have the
  // faults that are measured by how old things are and how soon they are answered.
  const checked = await Promise.all([runSteps([types]), runSteps([lint, house, unused, arrows])]);
  const built = await runSteps([build]);
  const progress = startProgress("Tests");
  const tested = async () => {
    const alone = await runSteps([unit, browser, replicas(0), SHORT_FAULTS.targets, SHORT_FAULTS.brownout]);
    const proved = await Promise.all(SIDE_BY_SIDE.map(runSteps));
    return [...alone, ...proved.flat()];
  };
  const last = await tested().finally(() => progress.fail());
  const outcomes = [...checked.flat(), ...built, ...last];
  console.log(summary(outcomes));
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}, 130);
