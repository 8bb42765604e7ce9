import { expect, it } from "vitest";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";
import { minute } from "./duration";

/** What a pipeline named shop lives through, beside others or alone. */
function lifeBeside(others: readonly string[]): string {
  const small = new SmallWorld();
  const line = [stage("Build", [task("Compile")]), stage("Ship", [task("Go")])];
  for (const name of others) small.create(pipelineOf(name, line));
  small.create(pipelineOf("shop", line));
  for (let count = 0; count < 5; count += 1) {
    for (const name of [...others, "shop"]) small.start(name);
    small.pass(7 * minute);
  }
  return JSON.stringify([
    small.executions("shop"),
    small.ask("ListActionExecutions", { pipelineName: "shop" }),
    small.ask("GetPipelineState", { name: "shop" }),
  ]);
}

it("a pipeline's life is the same, to the ids, whatever else lives in the world", () => {
  const alone = lifeBeside([]);
  expect(lifeBeside(["cart", "zoo"])).toBe(alone);
  expect(alone).toContain("Succeeded");
});
