import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as RELEASE } from "@/app/api/pipelines/[target]/[pipeline]/executions/route";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/actions/[action]/approval/route";
import { Problem } from "@/lib/contract/problem";
import { ReceiptReply } from "@/lib/contract/receipt";
import type { Person } from "@/lib/domain/person";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { CONNECTION } from "../testing/emulated-world";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInPerson } from "../testing/session";

const grace: Person = { id: "u-1", name: "grace", email: "grace@example.com", groups: ["team"] };
const linus: Person = { id: "u-2", name: "linus", email: "linus@example.com", groups: ["team"] };

let world: ApprovalWorld;
let house: TestHouse;
const ada: Person = { id: "auth0|5f7c1e02", name: "Ada Lovelace", groups: ["team"] };
const cookies = { grace: "", linus: "", ada: "" };
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
});

/** A pipeline under rules that say more, where one execution of this author waits. */
async function waiting(conditions: object, author?: string) {
  const pipeline = await world.pipeline("SUPERSEDED", CONNECTION);
  const permissions = {
    rules: [{ groups: ["team"], role: "operator" }],
    pipelines: [{ pipelines: [`${pipeline}*`], ...conditions }],
  };
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])], undefined, permissions));
  cookies.grace = (await signInPerson(grace)).cookie;
  cookies.ada = (await signInPerson(ada)).cookie;
  cookies.linus = (await signInPerson(linus)).cookie;
  return { pipeline, executionId: await world.release(pipeline, undefined, author) };
}

async function approve(
  { pipeline, executionId }: { pipeline: string; executionId: string },
  who: keyof typeof cookies,
  { summary = "", result = "Approved" } = {},
) {
  const reply = await call(POST, {
    method: "POST",
    params: { target: "dev-eu", stage: "Sign", action: "Ask", pipeline },
    headers: pressHeaders(cookies[who], newId()),
    body: JSON.stringify({ executionId, result, summary }),
  });
  const parsed = ReceiptReply.safeParse(reply.body);
  return { ...reply, receipt: parsed.success ? parsed.data.receipt : undefined };
}

const posts = async (pipeline: string) => (await world.posts("PutApprovalResult", pipeline)).length;

it("nobody approves what they are an author of, and somebody else does", async () => {
  const place = await waiting({ noOwnChanges: true }, "Grace");
  const own = await approve(place, "grace");
  expect(own.receipt?.refusal).toEqual({
    code: "approval.own-change",
    message: expect.stringMatching(
      /^You are an author of this change, and nobody approves their own here \(permissions\.pipelines\[0\], line \d+\)\.$/,
    ),
    beforeSending: true,
  });
  expect(await posts(place.pipeline)).toBe(0);
  expect((await approve(place, "linus")).receipt?.refusal).toBeUndefined();
  expect(await posts(place.pipeline)).toBe(1);
});

it("nobody approves what they started, also where AWS does not take their id as a name", async () => {
  const place = await waiting({ noOwnChanges: true });
  const started = await call(RELEASE, {
    method: "POST",
    params: { target: "dev-eu", pipeline: place.pipeline },
    headers: pressHeaders(cookies.ada, newId()),
    body: JSON.stringify({ reason: "again" }),
  });
  const { startedExecutionId = "" } = ReceiptReply.parse(started.body).receipt;
  await world.answerElsewhere(place.pipeline, place.executionId, "Rejected");
  await world.pass(5);
  const own = await approve({ ...place, executionId: startedExecutionId }, "ada");
  expect(own.receipt?.refusal?.code).toBe("approval.own-change");
  expect(own.receipt?.refusal?.message).toMatch(/^You started this execution, /);
  expect(await posts(place.pipeline)).toBe(1);
  const another = await approve({ ...place, executionId: startedExecutionId }, "grace");
  expect(another.receipt?.state).toBe("accepted");
});

it("who may not approve their own change may reject it", async () => {
  const place = await waiting({ noOwnChanges: true }, "Grace");
  expect(
    (await approve(place, "grace", { result: "Rejected", summary: "no" })).receipt?.refusal,
  ).toBeUndefined();
  expect(await posts(place.pipeline)).toBe(1);
});

it("whose change it is has to be known: while AWS does not tell, nobody approves", async () => {
  const place = await waiting({ noOwnChanges: true }, "Grace");
  await world.fault("GetPipelineExecution", "accessDenied", 9);
  const refused = await approve(place, "linus");
  await world.emulator.control("DELETE", "/faults");
  expect(refused.receipt?.refusal).toMatchObject({ code: "AccessDeniedException", beforeSending: true });
  expect(await posts(place.pipeline)).toBe(0);
});

it("the first of two approvals is recorded and goes no further, the second person's is sent", async () => {
  const place = await waiting({ twoApprovers: true });
  const first = await approve(place, "grace");
  expect(first.receipt?.refusal).toMatchObject({ code: "approval.first-of-two", beforeSending: true });
  expect(first.receipt?.refusal?.message).toMatch(
    /^Recorded as the first of two approvals\. Nothing was sent/,
  );
  const again = await approve(place, "grace");
  expect(again.receipt?.refusal?.message).toMatch(/^You approved already\. Nothing was sent/);
  expect(await posts(place.pipeline)).toBe(0);
  expect((await approve(place, "linus")).receipt?.refusal).toBeUndefined();
  expect(await posts(place.pipeline)).toBe(1);
});

it("one person is enough to reject, and another execution needs two again", async () => {
  const place = await waiting({ twoApprovers: true });
  await approve(place, "grace");
  await approve(place, "grace", { result: "Rejected", summary: "no" });
  expect(await posts(place.pipeline)).toBe(1);
  const next = { ...place, executionId: await world.release(place.pipeline) };
  expect((await approve(next, "linus")).receipt?.refusal?.code).toBe("approval.first-of-two");
  expect(await posts(place.pipeline)).toBe(1);
});

it("where a reason is required, a press without one is 400 and leaves no receipt", async () => {
  const place = await waiting({ reasonRequired: true });
  const { status, body } = await approve(place, "grace", { summary: "  " });
  expect([status, Problem.parse(body).errors?.[0]?.field]).toEqual([400, "body.summary"]);
  expect(await house.database.query("select 1 from receipts where pipeline = $1", [place.pipeline])).toEqual(
    [],
  );
  expect((await approve(place, "grace", { summary: "error budget is fine" })).status).toBe(200);
  expect(await posts(place.pipeline)).toBe(1);
});
