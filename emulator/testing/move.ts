import fc from "fast-check";
import type { PipelineDeclaration } from "../engine/declaration";
import { day, minute, second } from "../engine/duration";
import { pipelineArbitrary, stageNames } from "./pipeline-arbitrary";
import type { Report } from "./workers";

/** Something done to a world: what it means is looked up when it is played, so that any row of moves can be played. */
export type Move =
  | { kind: "pass"; ms: number }
  | { kind: "create" | "update"; pipeline: PipelineDeclaration }
  | { kind: "delete"; name: string }
  | { kind: "start"; name: string; token?: string; where?: string; commit?: string }
  | { kind: "crowd"; name: string; count: number }
  | { kind: "push"; name: string; branch?: string; tag?: string; pull?: boolean }
  | { kind: "put revision"; name: string; revisionId: string }
  | { kind: "stop"; name: string; which: number; abandon: boolean }
  | { kind: "retry"; name: string; which: number; likely: boolean; stage: string; mode: string }
  | { kind: "roll back"; name: string; which: number; likely: boolean; stage: string }
  | { kind: "override"; name: string; which: number; likely: boolean; stage: string; condition: string }
  | { kind: "gate"; name: string; stage: string; open: boolean; outbound: boolean }
  | { kind: "answer"; name: string; which: number; approve: boolean; again: boolean }
  | { kind: "take job"; which: number }
  | { kind: "report"; which: number; how: Report }
  | { kind: "custom type"; isThere: boolean }
  | { kind: "webhook"; name: string; what: "put" | "delete" | "call"; branch: string }
  | { kind: "tag"; name: string; key: string; remove: boolean }
  | { kind: "script"; what: "action" | "rule"; target: string; durationMs: number; code?: string }
  | { kind: "list"; name: string; operation: string; size: number }
  | { kind: "next page"; which: number }
  | { kind: "receive"; most: number; remove: boolean };

/** Most happens in the first; the third is there so that lists of pipelines have pages. */
export const pipelineNames = ["one", "two", "three"] as const;

const name = fc.constantFrom("one", "one", "one", "one", "one", "two", "two", "three");
const stage = fc.constantFrom(...stageNames);
/** Places from the newest back, so that most calls mean something that something can be done with. */
const which = fc.nat(4);
/** Of an execution and a stage where it may well be possible, instead of any. */
const likely = fc.constantFrom(true, true, false);

function kind<K extends Move["kind"]>(made: K): fc.Arbitrary<K> {
  return fc.constant(made);
}

const passing = fc.record({
  kind: kind("pass"),
  ms: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 10 * second }) },
    { weight: 10, arbitrary: fc.integer({ min: 0, max: 40 * minute }) },
    { weight: 1, arbitrary: fc.constantFrom(day, 8 * day, 31 * day) },
  ),
});

const stagesAndRuns = fc.oneof(
  fc.record({ kind: kind("stop"), name, which: fc.nat(12), abandon: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind("retry"),
      name,
      which,
      likely,
      stage,
      mode: fc.constantFrom("FAILED_ACTIONS", "ALL_ACTIONS"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind("roll back"), name, which, likely, stage }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind("override"),
      name,
      which,
      likely,
      stage,
      condition: fc.constantFrom("BEFORE_ENTRY", "ON_SUCCESS"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind("gate"), name, stage, open: fc.boolean(), outbound: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind("answer"),
      name,
      which,
      approve: fc.boolean(),
      again: fc.nat(5).map((n) => n === 0),
    }),
  },
);

const beginnings = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        kind: kind("start"),
        name,
        token: fc.constantFrom("a", "b", "c"),
        where: fc.constantFrom("here", "there"),
        commit: fc.constantFrom("c0ffee", "facade"),
      },
      { requiredKeys: ["kind", "name"] },
    ),
  },
  fc.record({ kind: kind("crowd"), name, count: fc.constantFrom(3, 20, 60) }),
  {
    weight: 3,
    arbitrary: fc.record(
      {
        kind: kind("push"),
        name,
        branch: fc.constantFrom("main", "release/1", "x"),
        tag: fc.constantFrom("v1", "w"),
        pull: fc.constant(true),
      },
      { requiredKeys: ["kind", "name"] },
    ),
  },
  fc.record({ kind: kind("put revision"), name, revisionId: fc.constantFrom("r1", "r2", "r3") }),
);

const changes = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: kind("update"), pipeline: pipelineArbitrary("one") }) },
  fc.record({ kind: kind("update"), pipeline: pipelineArbitrary("two") }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind("create"),
      pipeline: fc.oneof(...pipelineNames.map(pipelineArbitrary)),
    }),
  },
  fc.record({ kind: kind("delete"), name }),
  fc.record({ kind: kind("tag"), name, key: fc.constantFrom("a", "b"), remove: fc.boolean() }),
);

const outside = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: kind("take job"), which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind("report"),
      which,
      how: fc.constantFrom<Report>("succeed", "succeed", "go on", "fail"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("custom type"), isThere: fc.nat(2).map((n) => n > 0) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind("webhook"),
      name,
      what: fc.constantFrom("put" as const, "delete" as const, "call" as const, "call" as const),
      branch: fc.constantFrom("main", "main", "x"),
    }),
  },
);

const scripts = fc.record(
  {
    kind: kind("script"),
    what: fc.constantFrom("action" as const, "rule" as const),
    target: fc.constantFrom("App", "Do0", "Do1", "Do2", "Alarm", "Alarm", "Check"),
    durationMs: fc.constantFrom(0, second, 5 * minute),
    code: fc.constantFrom("JobFailed", "JobFailed", "ConfigurationError"),
  },
  { requiredKeys: ["kind", "what", "target", "durationMs"] },
);

const reads = fc.oneof(
  fc.record({
    kind: kind("list"),
    name,
    operation: fc.constantFrom(
      "ListPipelineExecutions",
      "ListActionExecutions",
      "ListRuleExecutions",
      "ListPipelines",
    ),
    size: fc.integer({ min: 1, max: 7 }),
  }),
  { weight: 2, arbitrary: fc.record({ kind: kind("next page"), which }) },
  fc.record({ kind: kind("receive"), most: fc.integer({ min: 1, max: 10 }), remove: fc.boolean() }),
);

/** Every kind of move, what people do most most often. */
export const moveArbitrary: fc.Arbitrary<Move> = fc.oneof(
  { weight: 30, arbitrary: passing },
  { weight: 12, arbitrary: beginnings },
  { weight: 24, arbitrary: stagesAndRuns },
  { weight: 3, arbitrary: changes },
  { weight: 12, arbitrary: outside },
  { weight: 8, arbitrary: scripts },
  { weight: 12, arbitrary: reads },
);
