import { expect, test } from "vitest";
import { supersededBy } from "./superseded-by";

const at = (id: string, startedAt?: string, updatedAt?: string) => ({ id, startedAt, updatedAt });
const lost = at("b", "2026-11-21T01:00:00.000Z", "2026-11-21T02:00:00.000Z");

test("the next one behind that had not ended takes the place", () => {
  const known = [
    at("d", "2026-11-21T01:30:00.000Z", "2026-11-21T03:00:00.000Z"),
    at("c", "2026-11-21T01:20:00.000Z", "2026-11-21T02:00:00.000Z"),
    at("over", "2026-11-21T01:10:00.000Z", "2026-11-21T01:50:00.000Z"),
    at("older", "2026-11-21T00:00:00.000Z", "2026-11-21T03:00:00.000Z"),
    lost,
  ];
  expect(supersededBy(lost, known)?.id).toBe("c");
});

test("a rollback takes nobody's place, nor does what never came to the stage or started later", () => {
  const stages = ["Source", "Build", "Prod"].map((stage) => ({ stage }));
  const came = (id: string, startedAt: string, more: object = {}) => ({
    ...at(id, `2026-11-21T${startedAt}:00.000Z`, "2026-11-21T03:00:00.000Z"),
    stages,
    ...more,
  });
  const known = [
    came("rollback", "01:10", { executionType: "ROLLBACK", stage: "Prod" }),
    came("failed before, retried since", "01:15", { stage: "Build" }),
    came("after", "02:10", { stage: "Prod" }),
  ];
  const waited = { ...lost, stage: "Prod" };
  expect(supersededBy(waited, known)).toBeUndefined();
  expect(supersededBy(waited, [...known, came("c", "01:50", { stage: "Prod" })])?.id).toBe("c");
  expect(supersededBy(waited, [...known, came("unplaced", "01:55", { stages: [] })])?.id).toBe("unplaced");
});

test("nothing is made up where times are missing or nobody is known", () => {
  expect(supersededBy(lost, [lost, at("c")])).toBeUndefined();
  expect(
    supersededBy(at("b"), [at("c", "2026-11-21T01:20:00.000Z", "2026-11-21T02:00:00.000Z")]),
  ).toBeUndefined();
});
