import { expect, test } from "vitest";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { TargetBreaker } from "../codepipeline/target-breaker";
import { TargetTrouble } from "./target-trouble";

const AT = { nowMs: 0, mono: 0, random: 0.5 };
const DENIED: AwsFailure = {
  kind: "denied",
  code: "AccessDeniedException",
  message: "no",
  ambiguous: false,
  permission: "codepipeline:GetPipelineState",
};
const AWAY: AwsFailure = { kind: "unreachable", code: "TimeoutError", message: "late", ambiguous: true };

/** The trouble of a target after these failures of single pipelines. */
function troubleAfter(...failures: AwsFailure[]): TargetTrouble {
  const trouble = new TargetTrouble(new TargetBreaker(() => undefined));
  for (const failure of failures) trouble.failed(failure, false, AT);
  return trouble;
}

test("two failures in a row concern the target, one does not", () => {
  expect(troubleAfter(AWAY).current).toBeNull();
  expect(troubleAfter(AWAY, AWAY).current).toMatchObject({ failure: AWAY, tries: 1 });
});

test("a pipeline that is denied alone is none of them, and does not come between them", () => {
  expect(troubleAfter(DENIED, AWAY).current).toBeNull();
  expect(troubleAfter(DENIED, DENIED, DENIED, AWAY).current).toBeNull();
  expect(troubleAfter(AWAY, DENIED, AWAY).current).toMatchObject({ failure: AWAY });
});

test("a role that is denied concerns the target at once", () => {
  const failure = { ...DENIED, permission: "sts:AssumeRole" };
  expect(troubleAfter(failure).current).toMatchObject({ failure });
});
