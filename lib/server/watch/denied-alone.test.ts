import { expect, test } from "vitest";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { DeniedAlone } from "./denied-alone";

function denial(permission?: string): AwsFailure {
  return { kind: "denied", code: "AccessDeniedException", message: "no", ambiguous: false, permission };
}

function deniedOf(count: number): DeniedAlone {
  const denied = new DeniedAlone();
  for (let index = 0; index < count; index += 1)
    denied.failed(`p${index}`, denial("codepipeline:GetPipelineState"));
  return denied;
}

test("a few are tried every 30 s, many together about once in 1.5 s, each within ten minutes", () => {
  expect([0, 1, 20, 40, 400, 450, 10_000].map((count) => deniedOf(count).waitMs)).toEqual([
    30_000, 30_000, 30_000, 60_000, 600_000, 600_000, 600_000,
  ]);
});

test("what another permission or the role lacks concerns no pipeline alone", () => {
  const denied = new DeniedAlone();
  expect([undefined, "sts:AssumeRole"].map((permission) => denied.failed("a", denial(permission)))).toEqual([
    false,
    false,
  ]);
  expect(denied.failed("a", denial("codepipeline:GetPipelineState"))).toBe(true);
});

test("once one of them answers the others are worth a try; an answer of one that was not denied says nothing", () => {
  const denied = deniedOf(3);
  expect(denied.succeeded("other")).toEqual([]);
  expect(denied.succeeded("p1")).toEqual(["p0", "p2"]);
});

test("one that fails otherwise, or is gone, counts no longer", () => {
  const denied = deniedOf(60);
  for (let index = 0; index < 10; index += 1) denied.forget(`p${index}`);
  for (let index = 10; index < 20; index += 1)
    denied.failed(`p${index}`, { ...denial(), kind: "unreachable", ambiguous: true });
  expect(denied.waitMs).toBe(60_000);
});
