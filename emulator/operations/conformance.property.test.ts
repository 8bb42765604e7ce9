import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { ServiceError } from "../engine/service-error";
import { registry } from "./registry";
import { errorProblems } from "./testing/answer-problems";
import { beginnings, poolsOf, shop, worked } from "./testing/everything";
import { inputArbitrary } from "./testing/input-arbitrary";
import { SmallWorld, worldStart } from "./testing/small-world";

function isThere(world: SmallWorld, name: string): boolean {
  return tried(world, "GetPipeline", { name }) === undefined;
}

/** Calls an operation; answers the name of its error, if it was refused. SmallWorld refuses answers that break the model. */
function tried(world: SmallWorld, operation: string, body: unknown): string | undefined {
  try {
    world.ask(operation, body);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw new Error(`${operation} of ${JSON.stringify(body)}: ${String(error)}`, { cause: error });
  }
}

const names = [...registry.keys()];
/** Deleting is rarer, so that there is something to do the rest with. */
const choices = [...names, ...names, ...names].filter(
  (name, index) => !/^Delete(Pipeline|Custom)/.test(name) || index < names.length,
);

/** Looks at a pipeline from all sides. */
function lookAt(world: SmallWorld, pipelineName: string): void {
  world.ask("GetPipeline", { name: pipelineName });
  world.ask("GetPipelineState", { name: pipelineName });
  for (const operation of ["ListActionExecutions", "ListRuleExecutions", "ListPipelineExecutions"])
    world.ask(operation, { pipelineName });
  for (const { pipelineExecutionId } of world.executions(pipelineName))
    world.ask("GetPipelineExecution", { pipelineName, pipelineExecutionId });
}

describe("every operation", () => {
  it("answers what the model says, or an error the model lists, whatever it is asked and whenever", () => {
    const step = fc.record({
      operation: fc.constantFrom(...choices),
      passMs: fc.constantFrom(0, 0, 1000, minute, 30 * minute),
      input: fc.gen(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), fc.nat(), (steps, seed) => {
        const world = new SmallWorld({ seed, now: worldStart + 0.25 });
        for (const [operation, body] of beginnings(world.ctx)) world.ask(operation, body);
        world.pass(2 * minute);
        for (const { operation, passMs, input } of steps) {
          world.pass(passMs);
          const shape = registry.get(operation)?.input ?? "";
          const code = tried(world, operation, input(inputArbitrary, shape, poolsOf(world.world, world.ctx)));
          if (!isThere(world, "shop")) world.create(shop);
          if (!isThere(world, "worked")) tried(world, "CreatePipeline", { pipeline: worked });
          lookAt(world, "shop");
          expect(code === undefined ? [] : errorProblems(operation, code)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("is refused without its needed members, naming each", () => {
    for (const { name, input } of registry.values()) {
      const code = tried(new SmallWorld(), name, {});
      const answered = ["ListActionTypes", "ListPipelines", "ListRuleTypes", "ListWebhooks"];
      expect(code, input).toBe(answered.includes(name) ? undefined : "ValidationException");
    }
  });
});
