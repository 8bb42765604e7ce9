import { expect, it } from "vitest";
import { isLeftUnseen } from "./effect-search";
import type { Receipt } from "./receipt";

const accepted: Receipt = {
  id: "0d2c9b1e-5a53-4a53-9a51-6a2f1b8d7c01",
  verb: "release",
  target: "prod-eu",
  pipeline: "shop",
  person: { id: "u-1", name: "Grace" },
  state: "accepted",
  recordedAt: "2026-11-21T03:00:00.000Z",
  sentAt: "2026-11-21T03:00:00.000Z",
};
const at = (instant: string) => Date.parse(instant);

it("an accepted press is looked for a day, and no other press is", () => {
  expect(isLeftUnseen(accepted, at("2026-11-22T03:00:00.000Z"))).toBe(false);
  expect(isLeftUnseen(accepted, at("2026-11-22T03:00:00.001Z"))).toBe(true);
  expect(isLeftUnseen({ ...accepted, state: "confirmed" }, at("2026-12-01T03:00:00.000Z"))).toBe(false);
});
