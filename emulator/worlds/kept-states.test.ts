import { expect, test } from "vitest";
import type { CallContext } from "../engine/call-context";
import { hour, second } from "../engine/duration";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { RenderedStates } from "../operations/rendered-states";
import { buildWorld } from "./build-world";

const now = Date.UTC(2025, 10, 20, 9);

function contextAt(account: string, region: string): CallContext {
  return {
    account,
    region,
    partition: "aws",
    principalArn: `arn:aws:iam::${account}:user/a`,
    requestId: "r",
    endpoint: "",
  };
}

/** Every pipeline of the world with what a caller beside it says. */
function* pipelinesOf(world: World, accounts: readonly string[], regions: readonly string[]) {
  for (const account of accounts)
    for (const region of regions)
      for (const { name } of world.region(account, region).all())
        yield { name, ctx: contextAt(account, region) };
}

test("kept states of the world acme are its states while its company goes on working for two hours", () => {
  const { world, expectJump } = buildWorld("acme", { seed: 1, now, life: true, pipelines: 0, executions: 0 });
  const accounts = ["111122223333", "444455556666"];
  const states = new RenderedStates();
  const seen = { kept: 0, made: 0 };
  const last = new Map<string, Buffer>();
  for (let instant = now; instant < now + 2 * hour; instant += 40 * second) {
    expectJump(instant);
    world.advanceTo(instant);
    for (const { name, ctx } of pipelinesOf(world, accounts, ["eu-west-1", "us-east-1"])) {
      const state = states.answer(world, ctx, { name });
      const key = `${ctx.account} ${ctx.region} ${name}`;
      seen[last.get(key) === state ? "kept" : "made"] += 1;
      last.set(key, state);
      expect(state.toString()).toBe(JSON.stringify(execute(world, ctx, "GetPipelineState", { name })));
    }
  }
  expect(last.size).toBeGreaterThan(5);
  expect(seen.kept).toBeGreaterThan(50);
  expect(seen.made).toBeGreaterThan(50);
});
