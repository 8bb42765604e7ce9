import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as LIST } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { GET } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/ships/route";
import { ExecutionList } from "@/lib/contract/execution-list";
import { ShipsReply } from "@/lib/contract/ships";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { call } from "../testing/request";
import { signInAs } from "../testing/session";

let world: ApprovalWorld;
let house: TestHouse;
let cookie: string;
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
  cookie = (await signInAs("viewer")).cookie;
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
});

async function newPipeline(...of: Parameters<ApprovalWorld["pipeline"]>): Promise<string> {
  const pipeline = await world.pipeline(...of);
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
  return pipeline;
}

async function ships(pipeline: string, query: string, stage = "Sign") {
  const params = { target: "dev-eu", pipeline, stage };
  const { status, body } = await call(GET, { params, path: `/?${query}`, headers: { cookie } });
  return { status, body, ships: ShipsReply.safeParse(body).data?.ships };
}

/** A commit id that begins so. */
const commit = (start: string) => start.padEnd(40, "0");
/** Released, approved and shipped: an hour. */
async function shipped(pipeline: string, start: string): Promise<string> {
  const id = await world.release(pipeline, commit(start));
  await world.answerElsewhere(pipeline, id, "Approved");
  await world.pass(61);
  return id;
}

describe.each(["SUPERSEDED", "QUEUED"] as const)("what an approval would ship in %s mode", (mode) => {
  it("is every revision since the last success behind it, with who waits and what became of each", async () => {
    const pipeline = await newPipeline(mode);
    const first = await shipped(pipeline, "a1");
    const refused = await world.release(pipeline, commit("a2"));
    await world.answerElsewhere(pipeline, refused, "Rejected");
    const asked = await world.release(pipeline, commit("a3"));
    const waiting = await world.release(pipeline, commit("a4"));
    const { ships: told } = await ships(pipeline, `executionId=${asked}`);
    expect(told).toMatchObject({
      stage: "Sign",
      destination: "Ship",
      direction: "forward",
      from: { id: first },
      to: { id: asked, standing: "Approval" },
      waiting: [{ id: waiting }],
      gaps: [],
    });
    expect(told?.sources.map(({ action, from, to }) => [action, from?.id, to?.id])).toEqual([
      ["App", commit("a1"), commit("a3")],
    ]);
    expect(
      told?.sources[0]?.revisions.map(({ revision, executionId, standing }) => [
        revision.id,
        revision.summary,
        executionId,
        standing,
      ]),
    ).toEqual([
      [commit("a3"), "Change a300", asked, "Approval"],
      [commit("a2"), "Change a200", refused, "Failed"],
    ]);
    expect(told?.expiresAt).toMatch(/Z$/);
  });

  it("is what it carries alone when nothing went through yet", async () => {
    const pipeline = await newPipeline(mode);
    const asked = await world.release(pipeline, commit("b1"));
    const { ships: told } = await ships(pipeline, `executionId=${asked}`);
    expect(told?.from).toBeUndefined();
    expect(told?.sources[0]?.revisions.map(({ revision }) => revision.id)).toContain(commit("b1"));
  });

  it("turns round for a rollback: what is taken away", async () => {
    const pipeline = await newPipeline(mode);
    const good = await shipped(pipeline, "c1");
    const middle = await shipped(pipeline, "c2");
    const bad = await shipped(pipeline, "c3");
    const { ships: told } = await ships(pipeline, `rollbackTo=${good}`, "Ship");
    expect(told).toMatchObject({
      direction: "back",
      destination: "Ship",
      from: { id: bad },
      to: { id: good },
    });
    expect(
      told?.sources[0]?.revisions.map(({ revision, executionId }) => [revision.shortId, executionId]),
    ).toEqual([
      [commit("c3").slice(0, 7), bad],
      [commit("c2").slice(0, 7), middle],
    ]);
  });

  it("names no variable as it was while AWS does not tell", async () => {
    const pipeline = await newPipeline(mode);
    await shipped(pipeline, "e1");
    const asked = await world.release(pipeline, commit("e2"));
    await world.fault("GetPipelineExecution", "throttle", 1000);
    const { ships: told } = await ships(pipeline, `executionId=${asked}`);
    await world.emulator.control("DELETE", "/faults");
    expect(told).toMatchObject({ to: { id: asked }, unread: "unanswered" });
    expect(told?.variables).toBeUndefined();
  });

  it("is known from the store when AWS's list can no longer be read", async () => {
    const pipeline = await newPipeline(mode);
    const good = await shipped(pipeline, "d1");
    const bad = await shipped(pipeline, "d2");
    await ships(pipeline, `rollbackTo=${good}`, "Ship");
    const rows = await house.database.query("select id, status from executions where pipeline = $1", [
      pipeline,
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: good, status: "Succeeded" },
        { id: bad, status: "Succeeded" },
      ]),
    );
    removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])]));
    await world.fault("ListPipelineExecutions", "accessDenied", 1000);
    const { ships: told } = await ships(pipeline, `rollbackTo=${good}`, "Ship");
    await world.emulator.control("DELETE", "/faults");
    expect(told?.sources[0]?.revisions.map(({ revision }) => revision.id)).toEqual([commit("d2")]);
    expect(told?.gaps).toContain("codepipeline:ListPipelineExecutions");
  });
});

it("what it is asked wrongly is 400 or 404", async () => {
  const pipeline = await newPipeline();
  const id = await world.release(pipeline);
  expect((await ships(pipeline, "")).status).toBe(400);
  expect((await ships(pipeline, `executionId=${id}&rollbackTo=${id}`)).status).toBe(400);
  expect((await ships(pipeline, `executionId=${newId()}`)).body.code).toBe("execution.not-found");
  expect((await ships(pipeline, `executionId=${id}`, "Sing")).body).toMatchObject({
    code: "stage.not-found",
    didYouMean: "Sign",
  });
});

it("what a stage can be rolled back to is listed page by page", async () => {
  const pipeline = await newPipeline();
  const ids = [await shipped(pipeline, "e1"), await shipped(pipeline, "e2")].reverse();
  const failed = await world.release(pipeline, commit("e3"));
  await world.answerElsewhere(pipeline, failed, "Rejected");
  const list = async (query: string) => {
    const path = `/?succeededInStage=Ship&limit=1${query}`;
    const { body } = await call(LIST, { params: { target: "dev-eu", pipeline }, path, headers: { cookie } });
    return ExecutionList.parse(body);
  };
  const first = await list("");
  const second = await list(`&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual(ids);
});
