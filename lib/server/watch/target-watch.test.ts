import { CodePipelineClient, DeletePipelineCommand } from "@aws-sdk/client-codepipeline";
import { describe, expect, test } from "vitest";
import { PipelineRow } from "@/lib/contract/pipeline";
import { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { nowInstant } from "../clock";
import { watchedWorld } from "../testing/watched-world";
import { ACCOUNT } from "../testing/watching";
import type { TargetWatch } from "./target-watch";

const world = watchedWorld();

describe("the first look at an account", () => {
  test("gives every pipeline a row with a status, each a good reply", async () => {
    const watch = await world.watching.settled();
    const rows = watch.rows();
    expect(rows.length).toBeGreaterThan(3);
    expect(watch.count()).toBe(rows.length);
    expect(rows.every((row) => row.status !== null && row.asOf !== null)).toBe(true);
    for (const row of rows) expect(() => PipelineRow.parse(JSON.parse(JSON.stringify(row)))).not.toThrow();
    expect(watch.freshness().kind).toBe("live");
  });

  test("assumes the role once, lists once, and asks two things a pipeline; declarations only for open approvals", async () => {
    let watch: TargetWatch | undefined;
    const made = await world.watching.cost(async () => {
      watch = await world.watching.settled();
    });
    const count = watch?.count() ?? 0;
    expect(made).toMatchObject({
      AssumeRole: 1,
      ListPipelines: 1,
      GetPipelineState: count,
      ListPipelineExecutions: count,
    });
    const approvals = watch?.rows().filter((row) => row.approvalExpiresAt !== undefined).length ?? 0;
    expect(made.GetPipeline).toBe(approvals);
  });

  test("shows only what include and exclude let through", async () => {
    const watch = await world.watching.settled({ include: ["*-*"], exclude: ["checkout-*"] });
    expect(watch.names()).not.toContain("checkout-web");
    expect(await watch.state("checkout-web")).toBeUndefined();
  });
});

describe("one pipeline", () => {
  test("ten who ask at once cost what one costs", async () => {
    const watch = await world.watching.settled({ include: ["ledger-core"] });
    const made = await world.watching.cost(() =>
      Promise.all(Array.from({ length: 10 }, () => watch.state("ledger-core"))),
    );
    expect(made).toEqual({
      GetPipelineState: 1,
      ListPipelineExecutions: 1,
      ListActionExecutions: 1,
      GetPipeline: 1,
    });
  });

  test("asked again at once costs nothing, read again unchanged costs one request", async () => {
    const watch = await world.watching.settled();
    await watch.state("catalog-search");
    expect(await world.watching.cost(() => watch.state("catalog-search"))).toEqual({});
    expect(await world.watching.cost(() => watch.readNow("catalog-search"))).toEqual({ GetPipelineState: 1 });
  });

  test("is a good reply with every action of its declaration", async () => {
    const watch = await world.watching.settled();
    for (const name of watch.names()) {
      const reply = { ...(await watch.state(name)), now: nowInstant() };
      expect(() => PipelineStateReply.parse(JSON.parse(JSON.stringify(reply)))).not.toThrow();
    }
    const declared = await watch.declaration("checkout-web");
    expect(declared?.declaration.pipeline?.name).toBe("checkout-web");
  });

  test("a change is seen at the next read", async () => {
    const watch = await world.watching.settled({ account: "111122223333" });
    const name = "email-templates";
    const before = await watch.readNow(name);
    const source = before?.state.stages[0]?.actions[0]?.name;
    await world.emulator.control("POST", "/revisions", {
      account: "111122223333",
      region: "eu-west-1",
      pipeline: name,
      action: source,
      summary: "A change for the test",
    });
    const after = await watch.readNow(name);
    expect(after?.state.onTheLine).toHaveLength(1);
  });

  test("that was deleted is gone from its page and from the list", async () => {
    const watch = await world.watching.settled();
    await watch.state("storefront-cdn");
    await new CodePipelineClient({
      region: "eu-west-1",
      endpoint: world.emulator.url,
      credentials: { accessKeyId: `AKIA${ACCOUNT}`, secretAccessKey: "emulator" },
    }).send(new DeletePipelineCommand({ name: "storefront-cdn" }));
    expect(await watch.readNow("storefront-cdn")).toBeUndefined();
    expect(watch.names()).not.toContain("storefront-cdn");
  });

  test("nobody has is not there, and costs no more than one list", async () => {
    const watch = await world.watching.settled();
    expect(await watch.state("no-such-pipeline")).toBeUndefined();
    const made = await world.watching.cost(() =>
      Promise.all(["a", "b", "c"].map((name) => watch.state(name))),
    );
    expect(made.ListPipelines ?? 0).toBeLessThanOrEqual(1);
    expect(made.GetPipelineState).toBeUndefined();
  });
});

test("credentials that expired early are renewed, and nobody notices", async () => {
  const watch = await world.watching.settled();
  await world.emulator.control("DELETE", "/sessions");
  const made = await world.watching.cost(() => watch.readNow("checkout-web"));
  expect(made.AssumeRole).toBe(1);
  expect(watch.freshness().kind).toBe("live");
});

test("a target with a small budget sends no more than that", async () => {
  const watch = world.watching.watchOf({ requestsPerSecond: 4 });
  const started = performance.now();
  const { AssumeRole: _, ...made } = await world.watching.cost(() => watch.settled(2000));
  const seconds = (performance.now() - started) / 1000;
  const sent = Object.values(made).reduce((sum, count) => sum + count, 0);
  expect(sent).toBeLessThanOrEqual(Math.ceil(4 + seconds * 4));
  expect(watch.freshness()).toMatchObject({ kind: "catching-up", asOf: null });
});
