import { describe, expect, it } from "vitest";
import { Simulation } from "./simulation";

describe("Simulation", () => {
  it("lets everything due happen in order, each at its own instant", () => {
    const sim = new Simulation({ seed: 1, now: 1000 });
    const seen: string[] = [];
    sim.schedule(1300, () => seen.push(`late ${sim.now}`));
    sim.schedule(1100, () => {
      seen.push(`first ${sim.now}`);
      sim.schedule(1200, () => seen.push(`between ${sim.now}`));
    });
    sim.schedule(1100, () => seen.push(`second ${sim.now}`));
    sim.advanceTo(1300);
    expect(seen).toEqual(["first 1100", "second 1100", "between 1200", "late 1300"]);
    expect(sim.now).toBe(1300);
  });

  it("never goes back", () => {
    const sim = new Simulation({ seed: 1, now: 1000 });
    sim.advanceTo(500);
    expect(sim.now).toBe(1000);
    sim.schedule(400, () => undefined);
    expect(sim.nextEventAt()).toBe(1000);
  });

  it("knows when the next thing happens, and that nothing does once it is cancelled", () => {
    const sim = new Simulation({ seed: 1, now: 0 });
    expect(sim.nextEventAt()).toBeUndefined();
    const due = sim.schedule(50, () => undefined);
    expect(sim.nextEventAt()).toBe(50);
    sim.cancel(due);
    expect(sim.nextEventAt()).toBeUndefined();
  });

  it("has every account and region, each with records of its own", () => {
    const sim = new Simulation({ seed: 1, now: 0 });
    const records = sim.region("111122223333", "eu-west-1");
    expect(sim.region("111122223333", "eu-west-1")).toBe(records);
    expect(sim.region("111122223333", "us-east-1")).not.toBe(records);
    expect(records.count).toBe(0);
  });
});
