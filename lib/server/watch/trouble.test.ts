import { describe, expect, test } from "vitest";
import type { AwsFailure, AwsFailureKind } from "../codepipeline/aws-failure";
import { reasonOf, type Trouble, troubleFreshness, worsened } from "./trouble";

const START_MS = Date.parse("2026-11-21T03:00:00.000Z");

function failure(kind: AwsFailureKind, facts: Partial<AwsFailure> = {}): AwsFailure {
  return { kind, code: "ECONNRESET", message: "socket hang up", ambiguous: true, ...facts };
}

function failing(times: number, kind: AwsFailureKind, random: number): Trouble | null {
  let trouble: Trouble | null = null;
  for (let i = 0; i < times; i += 1)
    trouble = worsened(trouble, failure(kind), { nowMs: START_MS + i, mono: 100, random });
  return trouble;
}

describe("waiting", () => {
  test("doubles from 1 s to 30 s", () => {
    const waits = [1, 2, 3, 4, 5, 6, 9].map(
      (times) => (failing(times, "unreachable", 0.5)?.nextTryMono ?? 0) - 100,
    );
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test("is spread by a quarter either way and never over 30 s", () => {
    expect(failing(1, "throttled", 0)?.nextTryMono).toBe(850);
    expect(failing(1, "throttled", 1)?.nextTryMono).toBe(1350);
    expect(failing(9, "throttled", 1)?.nextTryMono).toBe(30_100);
  });

  test("is 30 s at once when denied", () => {
    expect(failing(1, "denied", 0.5)?.nextTryMono).toBe(30_100);
  });

  test("counts since the first failure of its kind", () => {
    const first = failing(3, "unreachable", 0.5);
    expect(first).toMatchObject({ sinceMs: START_MS, tries: 3 });
    const other = worsened(first, failure("throttled"), { nowMs: START_MS + 9000, mono: 0, random: 0.5 });
    expect(other).toMatchObject({ sinceMs: START_MS + 9000, tries: 4 });
  });
});

describe("freshness", () => {
  const at = { nowMs: START_MS, mono: 0, random: 0.5 };
  const base = { asOf: "2026-11-21T02:00:00.000Z", since: "2026-11-21T03:00:00.000Z" };

  test("of a throttle says when it is read again", () => {
    expect(troubleFreshness(worsened(null, failure("throttled"), at), base.asOf)).toEqual({
      kind: "throttled",
      ...base,
      nextTryAt: "2026-11-21T03:00:01.000Z",
    });
  });

  test("of a denial says what is missing, and to whom", () => {
    const denied = failure("denied", {
      permission: "codepipeline:ListPipelines",
      principal: "arn:x",
      message: "no",
    });
    expect(troubleFreshness(worsened(null, denied, at), null)).toMatchObject({
      kind: "denied",
      asOf: null,
      permission: "codepipeline:ListPipelines",
      principal: "arn:x",
    });
  });

  test.each<AwsFailureKind>(["unreachable", "malformed", "fault", "refused"])(
    "of %s says why and how often",
    (kind) => {
      expect(troubleFreshness(worsened(null, failure(kind), at), base.asOf)).toMatchObject({
        kind: "unreachable",
        tries: 1,
      });
    },
  );
});

test("a reason is one line with AWS's code in it", () => {
  expect(reasonOf(failure("unreachable"))).toBe("ECONNRESET: socket hang up");
  expect(reasonOf(failure("unreachable", { message: "connect ECONNRESET 10.4.0.12:443\nat x" }))).toBe(
    "connect ECONNRESET 10.4.0.12:443",
  );
  expect(reasonOf(failure("fault", { code: "InternalFailure", message: "" }))).toBe("InternalFailure");
  const unreadable = "AWS answered something that is not what this operation answers";
  expect(reasonOf(failure("malformed", { code: "MalformedAnswer", message: unreadable }))).toBe(unreadable);
});
