import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { PipelineList } from "@/lib/contract/pipeline";
import { TargetList } from "@/lib/contract/target";
import { ALL_SEEING } from "../testing/all-seeing";
import { writeConfig } from "../testing/config-file";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { prodEu } from "../testing/prod-eu";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { listPipelines } from "./list-pipelines";
import { listTargets } from "./list-targets";

let emulator: EmulatorProcess;
let removeConfig: () => void;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => {
  stubAwsKeys();
  removeConfig = writeConfig([
    prodEu(emulator),
    { id: "dev-eu", endpoint: emulator.url },
    { id: "nobody", endpoint: "http://127.0.0.1:9" },
  ]);
});
afterEach(async () => {
  await forgetWatches();
  removeConfig();
});

/** A budget that is told nothing takes its time to find out what an account serves. */
const PATIENCE_MS = 10_000;

test("all pipelines come in the order of the configuration, then by name, at the first call", async () => {
  const whole = await listPipelines(ALL_SEEING, { limit: 10_000 }, PATIENCE_MS);
  const list = PipelineList.parse(JSON.parse(JSON.stringify(whole)));
  const keys = list.items.map((row) => `${row.target === "prod-eu" ? 0 : 1} ${row.name}`);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(list.items.map((row) => row.target))).toEqual(new Set(["prod-eu", "dev-eu"]));
  expect(list.items.every((row) => row.status !== null)).toBe(true);
  expect(list.nextCursor).toBeUndefined();
  expect(list.freshness).toMatchObject({
    "prod-eu": { kind: "live" },
    "dev-eu": { kind: "live" },
    nobody: { kind: "unreachable" },
  });
});

test("pages put together are the whole", async () => {
  const whole = await listPipelines(ALL_SEEING, { limit: 10_000 });
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPipelines(ALL_SEEING, { limit: 4, cursor });
    expect(page.items.length).toBeLessThanOrEqual(4);
    names.push(...page.items.map((row) => row.name));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  expect(names).toEqual(whole.items.map((row) => row.name));
});

test.each([
  ["nonsense"],
  [Buffer.from("{}").toString("base64url")],
  [Buffer.from('["a"]').toString("base64url")],
  ["%00"],
  [Buffer.from('["no-such-target","shop"]').toString("base64url")],
])("the cursor %s is refused by name", async (cursor) => {
  await expect(listPipelines(ALL_SEEING, { limit: 5, cursor })).rejects.toMatchObject({
    code: "request.invalid",
    errors: [{ field: "query.cursor" }],
  });
});

test("targets carry their health and how many pipelines they have", async () => {
  await listPipelines(ALL_SEEING, { limit: 1 }, PATIENCE_MS);
  const list = TargetList.parse(JSON.parse(JSON.stringify(listTargets(ALL_SEEING))));
  expect(list.items.map((target) => [target.id, target.freshness.kind])).toEqual([
    ["prod-eu", "live"],
    ["dev-eu", "live"],
    ["nobody", "unreachable"],
  ]);
  expect(list.items[0]?.pipelines).toBeGreaterThan(0);
  expect(list.items[2]?.pipelines).toBeNull();
});
