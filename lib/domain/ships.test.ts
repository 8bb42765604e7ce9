import { describe, expect, it } from "vitest";
import { type SeenExecution, shipsOf } from "./ships";

/** Execution `n` of a line, started in minute n, with one revision a source: `app:a1 infra:i1`. */
function run(n: number, revisions: string, more: Partial<SeenExecution> = {}): SeenExecution {
  return {
    id: `run-${n}`,
    startedAt: `2026-11-21T03:${String(n).padStart(2, "0")}:00.000Z`,
    executionType: "STANDARD",
    standing: "Succeeded",
    revisions: revisions.split(" ").map((one) => {
      const [action = "", id = ""] = one.split(":");
      return { action, id, shortId: id, url: `https://github.com/acme/${action}/commit/${hex(id)}` };
    }),
    ...more,
  };
}

function hex(id: string): string {
  return Buffer.from(id).toString("hex").padEnd(40, "0");
}

const LINE = [
  run(1, "app:a1 infra:i1"),
  run(2, "app:a2 infra:i1", { standing: "Failed", stage: "Prod" }),
  run(3, "app:a3 infra:i1", { standing: "ClosedGate", stage: "Prod" }),
  run(4, "app:a3 infra:i2", { standing: "Superseded" }),
  run(5, "app:a5 infra:i2", { standing: "Approval" }),
];
const at = (n: number) => LINE.find(({ id }) => id === `run-${n}`) ?? run(0, "");
const told = (from: SeenExecution | undefined, to: SeenExecution, seen: SeenExecution[] = LINE) => {
  const { direction, sources } = shipsOf(from, to, seen);
  return {
    direction,
    sources: sources.map(
      ({ action, from: a, to: b, revisions }) =>
        `${action} ${a?.id ?? "-"} → ${b?.id ?? "-"}: ${revisions.map(({ revision }) => revision.id).join(" ")}`,
    ),
  };
};

describe("what would ship", () => {
  const rollback = run(6, "", { executionType: "ROLLBACK", rollbackOf: "run-1", revisions: [] });
  it.each([
    [
      "all between the last success and this",
      told(at(1), at(5)),
      "forward",
      ["app a1 → a5: a5 a3 a2", "infra i1 → i2: i2"],
    ],
    [
      "nothing of a source that is the same",
      told(at(1), at(3)),
      "forward",
      ["app a1 → a3: a3 a2", "infra i1 → i1: "],
    ],
    [
      "only what it carries, when nothing went there",
      told(undefined, at(3)),
      "forward",
      ["app - → a3: a3", "infra - → i1: i1"],
    ],
    ["nothing, when it is there already", told(at(3), at(3)), "none", ["app a3 → a3: ", "infra i1 → i1: "]],
    [
      "what is taken away, when it is older",
      told(at(5), at(1)),
      "back",
      ["app a5 → a1: a5 a3 a2", "infra i2 → i1: i2"],
    ],
    [
      "after a rollback, what it had brought back counts as there",
      told(rollback, at(3), [...LINE, rollback]),
      "forward",
      ["app a1 → a3: a3 a2", "infra i1 → i1: "],
    ],
    [
      "a rollback between brings nothing of its own",
      told(at(1), at(5), [...LINE, { ...rollback, startedAt: "2026-11-21T03:04:30.000Z" }]),
      "forward",
      ["app a1 → a5: a5 a3 a2", "infra i1 → i2: i2"],
    ],
    [
      "only the two ends, when nothing between them is known",
      told(at(1), at(5), []),
      "forward",
      ["app a1 → a5: a5", "infra i1 → i2: i2"],
    ],
  ])("is %s", (_, changes, direction, sources) => {
    expect(changes).toEqual({ direction, sources });
  });

  it("says which execution brought a revision first, and where that one stands", () => {
    const [app] = shipsOf(at(1), at(5), LINE).sources;
    expect(app?.revisions.map(({ executionId, standing, stage }) => [executionId, standing, stage])).toEqual([
      ["run-5", "Approval", undefined],
      ["run-3", "ClosedGate", "Prod"],
      ["run-2", "Failed", "Prod"],
    ]);
  });

  it("has the source's own comparison of the two", () => {
    const [app, infra] = shipsOf(at(1), at(3), LINE).sources;
    expect(app?.compareUrl).toBe(`https://github.com/acme/app/compare/${hex("a1")}...${hex("a3")}`);
    expect(infra?.compareUrl).toBeUndefined();
  });
});
