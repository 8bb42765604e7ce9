import { expect, it } from "vitest";
import { fuzzBodies } from "./fuzz-bodies";

/** More when asked for: `FUZZ_BODIES=50000`. */
const bodies = Number(process.env.FUZZ_BODIES ?? 5000);

it(`${bodies} spoilt and sound bodies get answers that the model has, and nothing fails inside`, {
  timeout: 600_000,
}, async () => {
  const { sent, statuses, succeeded } = await fuzzBodies({ seed: 1, bodies });
  expect(sent).toBeGreaterThanOrEqual(bodies);
  expect([...statuses.keys()].sort()).toEqual([200, 400]);
  // Fuzz that everything refuses would prove little.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(sent / 6);
  expect(succeeded.size).toBeGreaterThanOrEqual(35);
});
