import { afterAll, beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/actions/[action]/approval/route";
import { GET } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/ships/route";
import { ReceiptReply } from "@/lib/contract/receipt";
import { ShipsReply } from "@/lib/contract/ships";
import type { Person } from "@/lib/domain/person";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { CONNECTION } from "../testing/emulated-world";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInPerson } from "../testing/session";

const grace: Person = { id: "u-1", name: "grace", groups: ["team"] };
const linus: Person = { id: "u-2", name: "linus", groups: ["team"] };

let world: ApprovalWorld;
let house: TestHouse;
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

/** A pipeline under rules that say more, where an execution of Grace's waits. */
async function waiting(conditions: object) {
  const pipeline = await world.pipeline("SUPERSEDED", CONNECTION);
  const permissions = {
    rules: [{ groups: ["team"], role: "approver" }],
    pipelines: [{ pipelines: [`${pipeline}*`], ...conditions }],
  };
  removeConfigs.push(writeConfig([world.target("dev-eu", [`${pipeline}*`])], undefined, permissions));
  return { pipeline, executionId: await world.release(pipeline, undefined, "Grace") };
}

async function standing({ pipeline, executionId }: { pipeline: string; executionId: string }, who: Person) {
  const { cookie } = await signInPerson(who);
  const params = { target: "dev-eu", pipeline, stage: "Sign" };
  const { body } = await call(GET, { params, path: `/?executionId=${executionId}`, headers: { cookie } });
  return ShipsReply.parse(body).approval;
}

it("tells an author that it is their own change, and others that it is not, where the rules ask", async () => {
  const place = await waiting({ noOwnChanges: true });
  expect(await standing(place, grace)).toEqual({ own: "authored" });
  expect(await standing(place, linus)).toEqual({});
});

it("tells who approved first, and when, until the approval is answered", async () => {
  const place = await waiting({ twoApprovers: true });
  expect(await standing(place, grace)).toEqual({ firstBy: null });
  const { cookie } = await signInPerson(linus);
  const pressed = await call(POST, {
    method: "POST",
    params: { target: "dev-eu", stage: "Sign", action: "Ask", pipeline: place.pipeline },
    headers: pressHeaders(cookie, newId()),
    body: JSON.stringify({ executionId: place.executionId, result: "Approved", summary: "" }),
  });
  expect(ReceiptReply.parse(pressed.body).receipt.refusal?.code).toBe("approval.first-of-two");
  expect(await standing(place, grace)).toEqual({
    firstBy: { id: "u-2", name: "linus" },
    firstAt: expect.stringMatching(/Z$/),
  });
});

it("tells nothing where no rule asks whose change it is, or for two", async () => {
  expect(await standing(await waiting({ reasonRequired: true }), grace)).toBeUndefined();
});

it("leaves out what AWS does not tell", async () => {
  const place = await waiting({ noOwnChanges: true, twoApprovers: true });
  expect(await standing(place, grace)).toEqual({ own: "authored", firstBy: null });
  await world.fault("GetPipelineExecution", "accessDenied", 9);
  expect(await standing(place, grace)).toEqual({ firstBy: null });
  await world.emulator.control("DELETE", "/faults");
});
