import { csrfFacts } from "../prove/csrf/facts";
import { nameFacts } from "../prove/names/facts";
import { secretFacts } from "../prove/secrets/facts";
import { startSecretTown } from "../prove/secrets/start-secret-town";
import { startSignOnTown } from "../prove/sign-on-town";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

/** AWS sees the person who pressed. */
export function names(size: { people: number; presses: number }): Step {
  return {
    name: "names (processes)",
    run: () => provedFacts([async (shutdown) => nameFacts(await startSignOnTown(shutdown), size)]),
  };
}

/**
 * A stranger's page presses nothing.
 *
 * @param whole every route, or the first few
 */
export function csrf(whole: boolean): Step {
  return {
    name: "csrf (browser)",
    run: () => provedFacts([async (shutdown) => csrfFacts(shutdown, await Town.start(shutdown), whole)]),
  };
}

/**
 * What AWS answers stays on the server, apart from what is shown on purpose.
 *
 * @param pipelines how many of them are looked at in full
 */
export function secrets(pipelines: number): Step {
  return {
    name: "secrets (processes)",
    run: () => provedFacts([async (shutdown) => secretFacts(await startSecretTown(shutdown), pipelines)]),
  };
}
