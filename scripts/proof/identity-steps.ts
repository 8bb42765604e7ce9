import { nameFacts } from "../prove/names/facts";
import { startSignOnTown } from "../prove/sign-on-town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

/** AWS sees the person who pressed. */
export function names(size: { people: number; presses: number }): Step {
  return {
    name: "names (processes)",
    run: () => provedFacts([async (shutdown) => nameFacts(await startSignOnTown(shutdown), size)]),
  };
}
