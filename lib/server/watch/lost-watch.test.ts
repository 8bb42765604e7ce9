import { expect, test } from "vitest";
import { watchedWorld } from "../testing/watched-world";

const world = watchedWorld();

const NOBODY = { look: () => undefined, hint: () => undefined, readNow: async () => undefined };
/** Longer than all that happens while an answer is under way. */
const LATE = { latencyMs: 2000 };

async function asked(operation: string): Promise<number> {
  return (await world.emulator.requests())[operation] ?? 0;
}

test("what a read under way when another process took over says of a pipeline is not taken", async () => {
  const name = "email-templates";
  const place = { account: "111122223333", region: "eu-west-1" };
  const watch = await world.watching.settled({ account: place.account, include: [name] });
  const before = await watch.readNow(name);
  const { version } = watch.records;
  await world.fault("latency", { operation: "GetPipelineState", ...LATE });
  const action = before?.state.stages[0]?.actions[0]?.name;
  await world.emulator.control("POST", "/revisions", { ...place, pipeline: name, action });
  const reads = await asked("GetPipelineState");
  const reading = watch.readNow(name);
  await expect.poll(() => asked("GetPipelineState")).toBeGreaterThan(reads);
  await watch.follow(NOBODY);
  const answer = await reading;
  expect(watch.records.version).toBe(version);
  expect(answer?.state).toEqual(before?.state);
});

test("why such a read failed is not taken either", async () => {
  const name = "email-templates";
  const watch = await world.watching.settled({ account: "111122223333", include: [name], timeoutMs: 1500 });
  await watch.readNow(name);
  const reads = await asked("GetPipelineState");
  await world.fault("hang");
  const reading = watch.readNow(name);
  await expect.poll(() => asked("GetPipelineState")).toBeGreaterThan(reads);
  await watch.follow(NOBODY);
  await reading;
  expect(watch.records.get(name)?.trouble).toBeNull();
});

test("a list under way when another process took over brings no pipelines, and the next watch reads its own", async () => {
  await world.fault("latency", { operation: "ListPipelines", ...LATE });
  const lists = await asked("ListPipelines");
  const watch = world.watching.watchOf();
  await expect.poll(() => asked("ListPipelines")).toBeGreaterThan(lists);
  const ended = watch.follow(NOBODY);
  await world.emulator.control("DELETE", "/faults");
  await ended;
  expect(watch.records.size).toBe(0);
  watch.start();
  await watch.settled(15_000);
  expect(watch.freshness().kind).toBe("live");
});
