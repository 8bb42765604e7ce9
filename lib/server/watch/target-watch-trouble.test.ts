import { describe, expect, test, vi } from "vitest";
import { watchedWorld } from "../testing/watched-world";
import { ACCOUNT } from "../testing/watching";

const world = watchedWorld();

const { fault } = world;

describe("when AWS fails, what was known stays, and says so:", () => {
  const kinds: Array<[string, object, object]> = [
    ["throttle", {}, { kind: "throttled" }],
    [
      "accessDenied",
      { operation: "GetPipelineState" },
      { kind: "denied", permission: "codepipeline:GetPipelineState" },
    ],
    [
      "malformed",
      {},
      { kind: "unreachable", reason: expect.stringContaining("not what this operation answers") },
    ],
    ["error500", {}, { kind: "unreachable", reason: expect.stringContaining("InternalFailure") }],
    ["unavailable503", {}, { kind: "unreachable", tries: expect.any(Number) }],
    ["reset", {}, { kind: "unreachable", reason: expect.stringMatching(/ECONNRESET|socket hang up/) }],
    ["hang", {}, { kind: "unreachable", reason: expect.stringMatching(/time/i) }],
  ];

  test.each(kinds)("%s", async (kind, facts, freshness) => {
    const watch = await world.watching.settled({ timeoutMs: kind === "hang" ? 1500 : 5000 });
    const known = await watch.state("checkout-web");
    const rows = watch.rows().length;
    await fault(kind, facts);
    const failed = await watch.readNow("checkout-web");
    expect(failed?.freshness).toMatchObject({ ...freshness, asOf: known?.freshness.asOf });
    expect(failed?.state.stages).toEqual(known?.state.stages);
    expect(watch.rows()).toHaveLength(rows);
  });

  test("the whole target is marked, and is live again after the first answer", async () => {
    const watch = await world.watching.settled();
    await fault("throttle");
    await watch.readNow("checkout-web");
    expect(watch.freshness()).toMatchObject({ kind: "throttled", nextTryAt: expect.any(String) });
    await world.emulator.control("DELETE", "/faults");
    await watch.readNow("checkout-web");
    expect(watch.freshness().kind).toBe("live");
  });

  test("a list that is denied marks the target with the permission that is missing", async () => {
    await fault("accessDenied", { operation: "ListPipelines" });
    const watch = await world.watching.settled();
    expect(watch.freshness()).toMatchObject({
      kind: "denied",
      permission: "codepipeline:ListPipelines",
      asOf: null,
    });
    await expect(watch.state("checkout-web")).rejects.toMatchObject({ failure: { kind: "denied" } });
  });

  test("a role that cannot be assumed marks the target with that", async () => {
    await fault("accessDenied", { operation: "AssumeRole" });
    const watch = await world.watching.settled();
    expect(watch.freshness()).toMatchObject({ kind: "denied", permission: "sts:AssumeRole" });
  });

  test("credentials of another account show nothing of it", async () => {
    const watch = await world.watching.settled({ roleArn: undefined });
    expect(watch.freshness()).toMatchObject({
      kind: "denied",
      permission: "WrongAccountError",
      reason: expect.stringContaining("of account 111122223333, expected 444455556666"),
    });
    expect(watch.rows()).toEqual([]);
  });

  test("keys nobody knows are told as such", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIANOBODY");
    const watch = await world.watching.settled({ roleArn: undefined });
    expect(watch.freshness()).toMatchObject({ kind: "denied", permission: "UnrecognizedClientException" });
  });

  test("pipelines that are denied have a row that says so", async () => {
    await fault("accessDenied", { operation: "GetPipelineState" });
    const watch = await world.watching.settled();
    expect(watch.freshness()).toMatchObject({ kind: "denied", permission: "codepipeline:GetPipelineState" });
    expect(watch.rows()[0]).toMatchObject({
      status: null,
      asOf: null,
      sentence: { lead: "Cannot be read." },
    });
  });

  test("a pipeline that was read and is denied alone has a row that says so, though its target is live", async () => {
    const watch = await world.watching.settled();
    const denied = () => watch.rows().filter((row) => row.denied === "codepipeline:GetPipelineState");
    await fault("accessDenied", { operation: "GetPipelineState", times: 1 });
    await watch.readNow("checkout-web");
    // Whichever read came first was the one that AWS denied.
    await expect.poll(denied).toHaveLength(1);
    expect(watch.freshness().kind).toBe("live");
    const [row] = denied();
    expect(row?.status).not.toBeNull();
    await watch.readNow(row?.name ?? "");
    expect(denied()).toEqual([]);
  });

  test("once one of several that were denied can be read, the others are tried at once", async () => {
    await fault("accessDenied", { operation: "GetPipelineState", times: 3 });
    const watch = await world.watching.settled();
    const denied = () => watch.records.all().filter(({ trouble }) => trouble?.failure.kind === "denied");
    const [first] = denied();
    expect(denied()).toHaveLength(3);
    expect(watch.freshness().kind).toBe("live");
    await watch.readNow(first?.name ?? "");
    await expect.poll(() => denied().length, { timeout: 5000 }).toBe(0);
  });

  test("while backing off, asking again costs nothing", async () => {
    const watch = await world.watching.settled();
    await watch.state("checkout-web");
    await fault("accessDenied", { operation: "GetPipelineState" });
    await watch.readNow("checkout-web");
    expect((await world.watching.cost(() => watch.state("checkout-web"))).GetPipelineState).toBeUndefined();
  });

  test("nothing listens at the endpoint", async () => {
    const watch = await world.watching.settled({ endpoint: "http://127.0.0.1:9" });
    expect(watch.freshness()).toMatchObject({
      kind: "unreachable",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    expect(watch.count()).toBeNull();
  });

  test("a target that hangs holds up no other", async () => {
    await fault("hang", { account: ACCOUNT });
    const slow = world.watching.watchOf({ timeoutMs: 1500 });
    const started = performance.now();
    const waiting = slow.settled(10_000);
    const quick = await world.watching.settled({ account: "111122223333" });
    expect(quick.freshness().kind).toBe("live");
    expect(performance.now() - started).toBeLessThan(2000);
    await waiting;
    expect(slow.freshness().kind).toBe("unreachable");
  });
});
