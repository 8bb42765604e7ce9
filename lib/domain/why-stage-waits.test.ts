import { describe, expect, test } from "vitest";
import type { StageState } from "./pipeline-state";
import { action, execution, stage } from "./testing/line";
import {
  approval,
  atGate,
  behind,
  closed,
  compiling,
  factsOf,
  failed,
  neverRun,
  said,
  window,
} from "./testing/waiting-line";
import { whyStageWaits, whyWaiting } from "./why-waiting";

describe("whyStageWaits", () => {
  const held = { transition: closed, inbound: behind };
  const running = { standing: "InProgress", actions: [compiling] };
  const asking = action("ok", { standing: "Approval", approval });
  test.each<[string, Partial<StageState>, string]>([
    ["work", running, "compile runs for aaaaaaa in Prod."],
    [
      "a rule",
      { standing: "InProgress", beforeEntry: { standing: "InProgress", rules: [window] } },
      "[Prod is being held:] rule window Mon-Fri of the entry condition is still being evaluated for aaaaaaa.",
    ],
    [
      "an approval",
      { standing: "Approval", actions: [asking] },
      "[Prod is not moving:] aaaaaaa waits for a person to answer ok.",
    ],
    ["a failure", { standing: "Failed" }, "[Prod is not moving:] the stage failed for aaaaaaa."],
    [
      "what is stopped",
      { ...running, standing: "Stopping" },
      "[Prod is stopping:] aaaaaaa is being stopped, and waits for compile to end.",
    ],
    [
      "what AWS adds",
      { standing: "Draining" },
      "AWS reports “Draining” of Prod, a status this version does not know.",
    ],
  ])("beside %s a closed gate says who waits there, why, and until when", (_, inside, expected) => {
    const prod = stage("Prod", { ...held, ...inside });
    const waiting = whyStageWaits(prod, factsOf([prod]));
    expect(said(waiting)).toBe(`${expected} + ${atGate}`);
    expect(waiting.gate).toMatchObject({ since: closed.changedAt, until: "2026-12-21T02:57:00.000Z" });
  });

  test("what is inside comes before what stands in front", () => {
    const bake = stage("Bake", { standing: "InProgress", actions: [compiling], inbound: behind });
    expect(said(whyStageWaits(bake, factsOf([bake])))).toBe(
      "compile runs for aaaaaaa in Bake. 41fa0c7 and 5512be0 stand behind it.",
    );
  });

  test("a stage that nothing has run in says so of itself", () => {
    const prod = neverRun("Prod");
    expect(said(whyStageWaits(prod, factsOf([stage("Build"), prod])))).toBe("Nothing has run in Prod yet.");
  });

  test("a stage speaks of itself, whatever another does", () => {
    const stages = [stage("Build"), stage("Prod", { standing: "Failed", actions: [failed] })];
    const [build] = stages;
    expect(build && whyStageWaits(build, factsOf(stages))).toMatchObject({ cause: "rest", stage: "Build" });
  });

  test("in PARALLEL mode a stage counts the executions inside", () => {
    const encode = stage("Encode");
    const runs = [
      execution("6a2fd08", { status: "InProgress", stage: "Encode" }),
      execution("1111111", { status: "InProgress", stage: "Review" }),
    ];
    const facts = factsOf([encode], runs, "PARALLEL");
    expect(said(whyStageWaits(encode, facts))).toBe("6a2fd08 runs in Encode.");
    expect(said(whyStageWaits(stage("Release"), facts))).toBe("No execution is in Release.");
  });

  test("in PARALLEL mode who waits at a closed gate is there, and no longer in the stage behind", () => {
    const stages = [stage("Encode"), stage("Release", { transition: closed })];
    const [encode, release] = stages;
    const standings = [
      { stage: "Encode", standing: "Succeeded" },
      { stage: "Release", standing: "NotYetRun" },
    ];
    const runs = [execution("6a2fd08", { status: "InProgress", stage: "Encode", stages: standings })];
    const facts = factsOf(stages, runs, "PARALLEL");
    expect(encode && said(whyStageWaits(encode, facts))).toBe("No execution is in Encode.");
    expect(release && whyStageWaits(release, facts)).toMatchObject({
      cause: "gate",
      stage: "Release",
      text: "The gate into Release is closed by m.okafor: Index rebuild. 6a2fd08 waits in front of it.",
    });
    expect(whyWaiting(facts)).toMatchObject({ cause: "gate", stage: "Release" });
  });
});
