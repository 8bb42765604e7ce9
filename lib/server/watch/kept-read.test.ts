import { describe, expect, it, vi } from "vitest";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { AwsReadError } from "../codepipeline/read-aws";
import { KeptRead } from "./kept-read";

const failing = (kind: "throttled" | "denied") =>
  new AwsReadError("GetPipelineExecution", { kind, code: "x", message: "x" } as AwsFailure);

describe("a first read", () => {
  it("that meets one throttle is asked again", async () => {
    const answers = [() => Promise.reject(failing("throttled")), () => Promise.resolve("here")];
    const read = vi.fn(() => answers.shift()?.() ?? Promise.reject(new Error("asked too often")));
    expect((await new KeptRead(read, () => 60_000).get()).value).toBe("here");
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("that is throttled all the time ends with the throttle", async () => {
    const read = vi.fn(() => Promise.reject<string>(failing("throttled")));
    await expect(new KeptRead(read, () => 60_000, 700).get()).rejects.toMatchObject({
      failure: { kind: "throttled" },
    });
    expect(read.mock.calls.length).toBeGreaterThan(1);
    expect(read.mock.calls.length).toBeLessThan(8);
  });

  it("that is denied is not asked again", async () => {
    const read = vi.fn(() => Promise.reject<string>(failing("denied")));
    await expect(new KeptRead(read, () => 60_000).get()).rejects.toMatchObject({
      failure: { kind: "denied" },
    });
    expect(read).toHaveBeenCalledTimes(1);
  });
});

it("a later read that is throttled gives what is kept, and is not asked again before its time", async () => {
  const answers = [() => Promise.resolve("here"), () => Promise.reject(failing("throttled"))];
  const read = vi.fn(() => answers.shift()?.() ?? Promise.reject(new Error("asked too often")));
  const kept = new KeptRead(read, () => 0);
  await kept.get();
  expect(await kept.get()).toMatchObject({ value: "here", freshness: { kind: "throttled" } });
  expect(await kept.get()).toMatchObject({ value: "here", freshness: { kind: "throttled" } });
  expect(read).toHaveBeenCalledTimes(2);
});
