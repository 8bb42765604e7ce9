import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PipelineStateReply } from "@/lib/contract/pipeline-state";
import { PipelineStructureReply } from "@/lib/contract/structure";
import { ALL_SEEING } from "../testing/all-seeing";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { prodEu } from "../testing/prod-eu";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { getPipelineState } from "./get-pipeline-state";
import { getPipelineStructure } from "./get-pipeline-structure";

let emulator: EmulatorProcess;
let removeConfig: () => void;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => {
  stubAwsKeys();
  removeConfig = writeConfig([prodEu(emulator, { timeoutMs: 1500 })]);
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await forgetWatches();
  removeConfig();
});

const checkout = { target: "prod-eu", pipeline: "checkout-web" };

test("state and structure are good replies about the same stages", async () => {
  const state = PipelineStateReply.parse(
    JSON.parse(JSON.stringify(await getPipelineState(ALL_SEEING, checkout))),
  );
  const { structure } = PipelineStructureReply.parse(
    JSON.parse(JSON.stringify(await getPipelineStructure(ALL_SEEING, checkout))),
  );
  expect(structure.stages.map((stage) => stage.name)).toEqual(state.state.stages.map((stage) => stage.name));
  expect(structure.executionMode).toBe(state.state.row.executionMode);
});

test("neither carries a value of a configuration key that is not known to be harmless", async () => {
  const { state } = await getPipelineState(ALL_SEEING, checkout);
  const { structure } = await getPipelineStructure(ALL_SEEING, checkout);
  const lived = state.stages.flatMap((stage) => stage.actions).flatMap((action) => action.configuration);
  const declared = structure.stages
    .flatMap((stage) => stage.actions)
    .flatMap((action) => action.configuration);
  const entries = [...lived, ...declared];
  expect(entries.length).toBeGreaterThan(5);
  expect(entries.filter((entry) => entry.hidden && entry.value !== null)).toEqual([]);
});

test("an unknown target is 404 with the name it may have been", async () => {
  await expect(getPipelineState(ALL_SEEING, { ...checkout, target: "prod-ue" })).rejects.toMatchObject({
    code: "target.not-found",
    didYouMean: "prod-eu",
  });
});

test("an unknown pipeline is 404 with the name it may have been", async () => {
  await expect(
    getPipelineStructure(ALL_SEEING, { ...checkout, pipeline: "chekout-web" }),
  ).rejects.toMatchObject({
    code: "pipeline.not-found",
    didYouMean: "checkout-web",
  });
  await expect(
    getPipelineState(ALL_SEEING, { ...checkout, pipeline: "nothing-like-it" }),
  ).rejects.toMatchObject({
    code: "pipeline.not-found",
    didYouMean: undefined,
  });
});

describe("with nothing known yet, AWS failing has a code of its own:", () => {
  test.each([
    ["throttle", "aws.throttled", 503],
    ["accessDenied", "aws.denied", 502],
    ["malformed", "aws.malformed", 502],
    ["error500", "aws.failed", 502],
    ["reset", "aws.unreachable", 502],
    ["hang", "aws.timeout", 504],
  ])("%s is %s", async (kind, code, status) => {
    await emulator.control("POST", "/faults", { kind });
    await expect(getPipelineState(ALL_SEEING, checkout)).rejects.toMatchObject({ code, status });
  });
});

test("with a state known, AWS failing leaves it and says how old it is", async () => {
  const known = await getPipelineState(ALL_SEEING, checkout);
  await emulator.control("POST", "/faults", { kind: "throttle" });
  const kept = await getPipelineState(ALL_SEEING, checkout, true);
  expect(kept.state).toEqual(known.state);
  expect(kept.freshness).toMatchObject({ kind: "throttled", asOf: known.freshness.asOf });
});
