import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExecutionSummary } from "./execution";
import { headline } from "./headline";
import type { ActionState, ConditionState, StageState } from "./pipeline-state";
import { toSentence } from "./sentence";
import { KNOWN_STANDINGS } from "./standing";
import { waitingTime } from "./waiting-time";
import { whyStageWaits, whyWaiting } from "./why-waiting";

const standing = fc.oneof(fc.constantFrom<string>(...KNOWN_STANDINGS), fc.constantFrom("Draining", ""));
const words = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom("", "\n", "a".repeat(300), "💥 ‮rtl", "<b>"),
);
const instant = fc.oneof(
  fc
    .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constant("not an instant"),
);
const may = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const action: fc.Arbitrary<ActionState> = fc.record({
  name: words,
  runOrder: fc.constant(1),
  category: fc.constantFrom("Approval", "Build", ""),
  owner: fc.constant(""),
  provider: fc.constant(""),
  standing,
  summary: may(words),
  startedAt: may(instant),
  lastUpdatedBy: may(words),
  error: may(fc.record({ code: may(words), message: may(words) })),
  approval: may(fc.record({ executionId: words, askedAt: instant, expiresAt: instant, timeoutMs: fc.nat() })),
  inputArtifacts: fc.constant([]),
  outputArtifacts: fc.constant([]),
  configuration: fc.constant([]),
});
const condition: fc.Arbitrary<ConditionState> = fc.record({
  standing,
  summary: may(words),
  rules: fc.array(
    fc.record({ name: words, standing, changedAt: may(instant), endsBy: may(instant), summary: may(words) }),
    { maxLength: 3 },
  ),
});
const stage: fc.Arbitrary<StageState> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 100 }),
  standing,
  executionId: may(fc.constantFrom("e1", "e2")),
  changedAt: may(instant),
  inbound: fc.array(
    fc.record({
      executionId: fc.constantFrom("e1", "e2", "e3"),
      label: words,
      kind: fc.constant("track" as const),
      status: fc.constantFrom("InProgress", "Stopped"),
      executionType: fc.constant("STANDARD"),
      revisions: fc.constant([]),
    }),
    { maxLength: 3 },
  ),
  transition: fc.record({
    enabled: fc.boolean(),
    reason: may(words),
    changedBy: may(words),
    changedAt: may(instant),
  }),
  actions: fc.array(action, { maxLength: 3 }),
  beforeEntry: may(condition),
  onSuccess: may(condition),
  onFailure: may(condition),
});
const execution: fc.Arbitrary<ExecutionSummary> = fc.record({
  id: fc.constantFrom("e1", "e2", "e3"),
  standing,
  status: fc.constantFrom("InProgress", "Superseded", "Failed", "Stopped", "New"),
  startedAt: may(instant),
  updatedAt: may(instant),
  stage: may(fc.string({ maxLength: 5 })),
  stopReason: may(words),
  revisions: fc.constant([]),
  executionType: fc.constant("STANDARD"),
  stages: fc.constant([]),
});
const facts = fc
  .record({
    executionMode: fc.constantFrom("SUPERSEDED", "QUEUED", "PARALLEL", "NEW"),
    stages: fc.array(stage, { maxLength: 4 }),
    executions: fc.array(execution, { maxLength: 4 }),
  })
  .map((some) => ({ ...some, headline: headline(some.executionMode, some.stages, some.executions) }));

test("there is always an answer, whatever is missing, of a pipeline and of each stage", () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 4e12 }), (some, now) => {
      for (const waiting of [whyWaiting(some), ...some.stages.map((one) => whyStageWaits(one, some))]) {
        expect(waiting.text).toMatch(/[.!?…]$/);
        const said = `${waiting.lead ?? ""} ${waiting.text} ${waitingTime(waiting, now) ?? ""}`;
        expect(said).not.toMatch(/undefined|NaN|Invalid Date|\[object/);
      }
    }),
  );
});

test("the row's sentence and the page's answer speak of the same cause", () => {
  fc.assert(
    fc.property(facts, (some) => {
      const { cause } = whyWaiting(some);
      const { lead = "", text } = toSentence(some);
      expect(`${lead}${text}`).not.toMatch(/undefined|NaN/);
      if (some.executionMode !== "PARALLEL" && cause === "unknown") expect(text).toContain(some.headline);
    }),
  );
});
