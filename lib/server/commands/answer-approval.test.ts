import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/pipelines/[target]/[pipeline]/stages/[stage]/actions/[action]/approval/route";
import { ReceiptReply } from "@/lib/contract/receipt";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInAs } from "../testing/session";

let world: ApprovalWorld;
let house: TestHouse;
let cookie: string;
const removeConfigs: Array<() => void> = [];

beforeAll(async () => {
  world = await ApprovalWorld.start();
  house = await openHouse([world.target("dev-eu")]);
  cookie = (await signInAs("approver")).cookie;
});
afterAll(async () => {
  await house.close();
  for (const remove of removeConfigs) remove();
  await world.emulator.stop();
});
beforeEach(async () => {
  await world.emulator.control("DELETE", "/faults");
});

/** A pipeline, under a configuration read anew: otherwise the list of pipelines may be some seconds old. */
async function newPipeline(mode?: "SUPERSEDED" | "QUEUED" | "PARALLEL"): Promise<string> {
  const pipeline = await world.pipeline(mode);
  removeConfigs.push(
    writeConfig([world.target("dev-eu", [`${pipeline}*`]), world.target("shy", ["nothing-*"])]),
  );
  return pipeline;
}

interface Answer {
  pipeline: string;
  executionId: string;
  result?: "Approved" | "Rejected";
  summary?: string;
  target?: string;
  stage?: string;
  action?: string;
  key?: string;
  as?: string;
}

async function answer({
  pipeline,
  executionId,
  result = "Approved",
  summary = "",
  key = newId(),
  as = cookie,
  ...place
}: Answer) {
  const reply = await call(POST, {
    method: "POST",
    params: { target: "dev-eu", stage: "Sign", action: "Ask", ...place, pipeline },
    headers: pressHeaders(as, key),
    body: JSON.stringify({ executionId, result, summary }),
  });
  const parsed = ReceiptReply.safeParse(reply.body);
  return { ...reply, receipt: parsed.success ? parsed.data.receipt : undefined };
}

describe.each(["SUPERSEDED", "QUEUED", "PARALLEL"] as const)("an approval in %s mode", (mode) => {
  it("is approved with one POST, and the execution goes on", async () => {
    const pipeline = await newPipeline(mode);
    const executionId = await world.release(pipeline);
    const { status, receipt } = await answer({ pipeline, executionId, summary: "looks right" });
    expect([status, receipt]).toMatchObject([
      200,
      {
        state: "accepted",
        verb: "approve",
        stage: "Sign",
        action: "Ask",
        executionId,
        reason: "looks right",
      },
    ]);
    const posts = await world.posts("PutApprovalResult", pipeline);
    expect(posts).toMatchObject([
      {
        outcome: "ok",
        requestId: receipt?.awsRequestId,
        input: { result: { status: "Approved", summary: "looks right" } },
      },
    ]);
    await world.pass(1);
    expect(await world.askStatus(pipeline, executionId)).toBe("Succeeded");
    expect(JSON.stringify(receipt)).not.toContain("token");
  });

  it("is rejected with one POST, and the execution fails", async () => {
    const pipeline = await newPipeline(mode);
    const executionId = await world.release(pipeline);
    expect((await answer({ pipeline, executionId, result: "Rejected" })).receipt).toMatchObject({
      state: "accepted",
      verb: "reject",
    });
    await world.pass(1);
    expect(await world.executionStatus(pipeline, executionId)).toBe("Failed");
  });

  it("that is answered already is refused unsent, saying by whom", async () => {
    const pipeline = await newPipeline(mode);
    const executionId = await world.release(pipeline);
    await world.answerElsewhere(pipeline, executionId, "Approved");
    const { status, receipt } = await answer({ pipeline, executionId });
    expect(status).toBe(200);
    expect(receipt).toMatchObject({
      state: "refused",
      refusal: { code: "approval.answered", beforeSending: true },
    });
    expect(receipt?.refusal?.message).toContain("it was approved by emulator: “by hand”");
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
  });
});

describe("what the person saw", () => {
  it.each(["SUPERSEDED", "QUEUED"] as const)(
    "decides in %s mode: another execution waiting there is never approved, and the refusal names it",
    async (mode) => {
      const pipeline = await newPipeline(mode);
      const seen = await world.release(pipeline);
      const next = await world.release(pipeline, "41fa0c7d9be3aa10c7d9be3aa1041fa0c7d9be3a");
      await world.answerElsewhere(pipeline, seen, "Rejected");
      await world.pass(5);
      const { receipt } = await answer({ pipeline, executionId: seen });
      expect(receipt).toMatchObject({
        state: "refused",
        refusal: { code: "approval.moved", beforeSending: true },
      });
      expect(receipt?.refusal?.message).toContain(`execution ${next.slice(0, 8)} (41fa0c7 “Change 41fa”)`);
      expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
      expect(await world.askStatus(pipeline, next)).toBe("InProgress");
    },
  );

  it("decides in PARALLEL mode: of two open approvals only the named one is answered", async () => {
    const pipeline = await newPipeline("PARALLEL");
    const one = await world.release(pipeline);
    const other = await world.release(pipeline);
    expect((await answer({ pipeline, executionId: one })).receipt?.state).toBe("accepted");
    await world.pass(1);
    expect(await world.askStatus(pipeline, one)).toBe("Succeeded");
    expect(await world.askStatus(pipeline, other)).toBe("InProgress");
  });
});

describe("one press", () => {
  it("is one POST when clicked twice at once, and gives the same receipt twice", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const key = newId();
    const [one, two] = await Promise.all([
      answer({ pipeline, executionId, key }),
      answer({ pipeline, executionId, key }),
    ]);
    expect(one.receipt).toMatchObject({ id: key, state: "accepted" });
    expect(two.receipt).toEqual(one.receipt);
    expect((await answer({ pipeline, executionId, key })).receipt).toEqual(one.receipt);
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
  });

  it("by two people at once is one POST that counts; the other is told", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const admin = (await signInAs("admin")).cookie;
    const both = await Promise.all([
      answer({ pipeline, executionId }),
      answer({ pipeline, executionId, as: admin, result: "Rejected" }),
    ]);
    expect(both.map(({ receipt }) => receipt?.state).sort()).toEqual(["accepted", "refused"]);
    expect(
      (await world.posts("PutApprovalResult", pipeline)).filter(({ outcome }) => outcome === "ok"),
    ).toHaveLength(1);
  });

  it("under a key that another press has is refused with 422", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const key = newId();
    await answer({ pipeline, executionId, key, summary: "one" });
    const other = await answer({ pipeline, executionId, key, summary: "two" });
    expect([other.status, other.body.code]).toEqual([422, "request.key-reused"]);
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
  });

  it.each([
    ["resetAfter", 202, "unknown", "Succeeded"],
    ["error500", 202, "unknown", "InProgress"],
    ["unavailable503", 202, "unknown", "InProgress"],
    ["reset", 202, "unknown", "InProgress"],
    ["malformed", 202, "unknown", "Succeeded"],
    ["throttle", 200, "refused", "InProgress"],
    ["accessDenied", 200, "refused", "InProgress"],
  ])("is one POST when AWS answers with %s", async (kind, status, state, effect) => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    await world.fault("PutApprovalResult", kind, 100);
    const key = newId();
    const first = await answer({ pipeline, executionId, key });
    const again = await answer({ pipeline, executionId, key });
    expect([first.status, first.receipt?.state]).toEqual([status, state]);
    expect(again.receipt).toEqual(first.receipt);
    if (state === "refused") expect(first.receipt?.refusal).toMatchObject({ beforeSending: false });
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
    await world.pass(1);
    expect(await world.askStatus(pipeline, executionId)).toBe(effect);
  });

  it("is one POST when AWS never answers, and is unknown within the deadline", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    await world.fault("PutApprovalResult", "hang");
    const { status, receipt } = await answer({ pipeline, executionId });
    expect([status, receipt?.state]).toEqual([202, "unknown"]);
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(1);
  });

  it.each([
    ["throttle", "ThrottlingException"],
    ["error500", "InternalFailure"],
    ["accessDenied", "AccessDeniedException"],
  ])("is refused unsent when the fresh look fails with %s", async (kind, code) => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    await world.fault("GetPipelineState", kind, 100);
    const { status, receipt } = await answer({ pipeline, executionId });
    expect([status, receipt]).toMatchObject([
      200,
      { state: "refused", refusal: { code, beforeSending: true } },
    ]);
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(0);
  });
});

describe("the path", () => {
  it("is 404 where nothing is, with the name that was meant, and leaves no receipt", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const cases: Array<[Partial<Answer>, string, string | undefined]> = [
      [{ target: "dev-e" }, "target.not-found", "dev-eu"],
      [{ target: "shy" }, "pipeline.not-found", undefined],
      [{ pipeline: `${pipeline}x` }, "pipeline.not-found", pipeline],
      [{ stage: "Sing" }, "stage.not-found", "Sign"],
      [{ action: "Asks" }, "action.not-found", "Ask"],
    ];
    for (const [change, code, didYouMean] of cases) {
      const key = newId();
      const { status, body } = await answer({ pipeline, executionId, key, ...change });
      expect([status, body.code, body.didYouMean]).toEqual([404, code, didYouMean]);
      expect(await house.database.query("select 1 from receipts where id = $1", [key])).toEqual([]);
    }
  });

  it("is 400 where it is malformed, naming the field", async () => {
    const executionId = newId();
    const cases: Array<[Partial<Answer>, string]> = [
      [{ target: "Dev EU" }, "path.target"],
      [{ pipeline: "a/b" }, "path.pipeline"],
      [{ stage: "" }, "path.stage"],
      [{ action: "x".repeat(101) }, "path.action"],
      [{ executionId: "latest" }, "body.executionId"],
      [{ summary: "x".repeat(513) }, "body.summary"],
    ];
    for (const [change, field] of cases) {
      const { status, body } = await answer({ pipeline: "shop", executionId, ...change });
      expect([status, body.errors]).toMatchObject([400, [{ field }]]);
    }
  });

  it("is 403 for a viewer, and AWS hears nothing", async () => {
    const pipeline = await newPipeline();
    const executionId = await world.release(pipeline);
    const { status } = await answer({ pipeline, executionId, as: (await signInAs("viewer")).cookie });
    expect(status).toBe(403);
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(0);
  });

  it("of an execution that never waited there gives a receipt that says so", async () => {
    const pipeline = await newPipeline();
    await world.release(pipeline);
    const { receipt } = await answer({ pipeline, executionId: newId() });
    expect(receipt).toMatchObject({ state: "refused", refusal: { beforeSending: true } });
    expect(await world.posts("PutApprovalResult", pipeline)).toHaveLength(0);
  });
});
