import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/failure/route";
import { StageFailureReply } from "@/lib/contract/stage-failure";
import { newId } from "../new-id";
import { keepExecutions } from "../store/executions";
import { call } from "../testing/request";
import { StageHouse } from "../testing/stage-house";
import type { StageWorld } from "../testing/stage-world";

let house: StageHouse;
let world: StageWorld;

beforeAll(async () => {
  house = await StageHouse.open();
  world = house.world;
});
afterAll(() => house.close());

const commit = (start: string) => start.padEnd(40, "0");
const VARIABLES = { variables: [{ name: "canary", defaultValue: "10" }] };
const broken = {
  status: "Failed",
  durationMs: 1000,
  errorDetails: { code: "JobFailed", message: "no room left" },
};

async function ask(pipeline: string, executionId?: string, stage = "Deploy") {
  const params = { target: "dev-eu", pipeline, stage };
  const path = executionId === undefined ? "/" : `/?executionId=${executionId}`;
  const { status, body } = await call(GET, { params, path, headers: { cookie: house.cookie } });
  return { status, body, failure: StageFailureReply.safeParse(body).data?.failure };
}

async function failing(pipeline: string, start: string, times = 1): Promise<string> {
  await world.outcome(pipeline, "Ship", { ...broken, times });
  return await world.release(pipeline, commit(start));
}

describe("a stage that failed", () => {
  it("tells what failed, since when, what last went through it, and the revisions since", async () => {
    const pipeline = await house.pipeline({ more: VARIABLES });
    const good = await world.release(pipeline, commit("a1"));
    await failing(pipeline, "a2");
    const last = await failing(pipeline, "a3");
    const { failure } = await ask(pipeline);
    expect(failure).toMatchObject({
      stage: "Deploy",
      faults: [{ name: "Ship", rule: false, provider: "Lambda", code: "JobFailed", message: "no room left" }],
      from: { id: good, standing: "Succeeded" },
      to: { id: last, standing: "Failed" },
      failures: 2,
      direction: "forward",
      variables: { changed: [], same: 1 },
      definition: { from: 1, to: 1 },
      gaps: [],
    });
    expect(failure?.sources[0]?.revisions.map(({ revision }) => revision.id)).toEqual([
      commit("a3"),
      commit("a2"),
    ]);
    expect(Date.parse(failure?.failingSince ?? "")).toBeLessThan(Date.parse(failure?.to.endedAt ?? ""));
  });

  it("is held against the last success of an earlier version, with the versions and variables that differ", async () => {
    const pipeline = await house.pipeline({ more: VARIABLES });
    const good = await world.release(pipeline, commit("b1"));
    await world.change(pipeline, { more: { variables: [{ name: "canary", defaultValue: "50" }] } });
    const last = await failing(pipeline, "b2");
    const { failure } = await ask(pipeline, last);
    expect(failure).toMatchObject({
      from: { id: good },
      definition: { from: 1, to: 2 },
      variables: { changed: [{ name: "canary", from: "10", to: "50", hidden: false }], same: 0 },
      failures: 1,
    });
  });

  it("of an earlier execution is held against what went through before it, not after", async () => {
    const pipeline = await house.pipeline();
    const good = await world.release(pipeline, commit("c1"));
    const old = await failing(pipeline, "c2");
    await world.release(pipeline, commit("c3"));
    const { failure } = await ask(pipeline, old);
    expect(failure).toMatchObject({ from: { id: good }, to: { id: old }, faults: [], failures: 1 });
  });

  it("that nothing ever went through says so", async () => {
    const pipeline = await house.pipeline();
    const first = await failing(pipeline, "d1");
    const { failure } = await ask(pipeline);
    expect(failure).toMatchObject({ to: { id: first }, failures: 1 });
    expect(failure?.from).toBeUndefined();
  });

  it("whose executions AWS does not tell of differs in nothing that is said, and is compared again at once", async () => {
    const pipeline = await house.pipeline({ more: VARIABLES });
    await world.release(pipeline, commit("f1"));
    await failing(pipeline, "f2");
    await world.fault("GetPipelineExecution", "throttle", 1000);
    const { failure: told } = await ask(pipeline).finally(() => world.emulator.control("DELETE", "/faults"));
    expect(told).toMatchObject({ unread: "unanswered", gaps: [] });
    expect(told?.from).toBeDefined();
    expect([told?.variables, told?.definition]).toEqual([undefined, undefined]);
    const { failure } = await ask(pipeline);
    expect(failure).toMatchObject({ variables: { same: 1 }, definition: { from: 1, to: 1 } });
    expect(failure?.unread).toBeUndefined();
  });

  it("held against one that AWS no longer keeps says so", async () => {
    const pipeline = await house.pipeline();
    const id = newId();
    const at = "2001-01-01T00:00:00.000Z";
    const kept = { id, status: "Succeeded", startedAt: at, updatedAt: at };
    await keepExecutions([
      {
        ...{ target: "dev-eu", pipeline, ran: { Deploy: "Succeeded" } },
        execution: { ...kept, revisions: [], executionType: "STANDARD" },
      },
    ]);
    await failing(pipeline, "a5");
    const { failure } = await ask(pipeline);
    expect(failure).toMatchObject({ from: { id }, unread: "gone" });
    expect(failure?.definition).toBeUndefined();
  });

  it("of which AWS does not tell what went through before does not say that nothing did", async () => {
    const pipeline = await house.pipeline();
    const older = await failing(pipeline, "a6");
    const last = await failing(pipeline, "a7");
    await ask(pipeline, older);
    await world.fault("ListPipelineExecutions", "throttle", 1000);
    const { failure } = await ask(pipeline, last).finally(() => world.emulator.control("DELETE", "/faults"));
    expect(failure).toMatchObject({ to: { id: last }, unread: "unanswered" });
    expect(failure?.from).toBeUndefined();
  });

  it("costs AWS the same however many ask", async () => {
    const pipeline = await house.pipeline();
    await world.release(pipeline, commit("e1"));
    await failing(pipeline, "e2");
    await Promise.all([ask(pipeline), ask(pipeline), ask(pipeline)]);
    await ask(pipeline);
    expect(await world.posts("GetPipelineExecution", pipeline)).toHaveLength(2);
  });
});

describe("a question that cannot be answered", () => {
  it("names the stage, the execution or the member that is wrong", async () => {
    const pipeline = await house.pipeline();
    expect(await ask(pipeline, undefined, "Deplo")).toMatchObject({
      status: 404,
      body: { code: "stage.not-found", didYouMean: "Deploy" },
    });
    expect(await ask(pipeline)).toMatchObject({ status: 404, body: { code: "execution.not-found" } });
    expect(await ask(pipeline, newId())).toMatchObject({
      status: 404,
      body: { code: "execution.not-found" },
    });
    expect(await ask(pipeline, "latest")).toMatchObject({ status: 400, body: { code: "request.invalid" } });
    expect((await ask("nowhere")).status).toBe(404);
  });
});
