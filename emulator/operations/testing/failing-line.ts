import type { StageDeclaration } from "../../engine/declaration";
import { minute, second } from "../../engine/duration";
import { pipelineOf, stage, task } from "./declarations";
import { SmallWorld } from "./small-world";

type OnFailure = NonNullable<StageDeclaration["onFailure"]>;

/** Source 1 min, Ship (Good and Bad together) 1 min, End 1 min. The alarm rule takes a second. */
export function failingLine(
  parts: Partial<StageDeclaration>,
  more: Parameters<typeof pipelineOf>[2] = {},
): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.world.outcomes.add({ rule: "Alarm", durationMs: second });
  const ship = stage("Ship", [task("Good"), task("Bad")], parts);
  small.create(pipelineOf("shop", [ship, stage("End", [task("Tell")])], { pipelineType: "V2", ...more }));
  return small;
}

/** The action Bad fails the next so many times it runs. */
export function badFails(small: SmallWorld, times: number): void {
  small.world.outcomes.add({ action: "Bad", status: "Failed", times });
}

/** Id of the execution that started last. */
export function newest(small: SmallWorld): string {
  return small.executions("shop")[0]?.pipelineExecutionId ?? "";
}

/** An execution that succeeds, then one that failed in Ship and is still as it was left there. */
export function afterSuccess(
  onFailure: OnFailure,
  more: Parameters<typeof pipelineOf>[2] = {},
): { small: SmallWorld; good: string; bad: string } {
  const small = failingLine({ onFailure }, more);
  small.pass(10 * minute);
  const good = newest(small);
  badFails(small, 1);
  const bad = small.start("shop");
  small.pass(2 * minute);
  return { small, good, bad };
}
