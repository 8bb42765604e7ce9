import { expect, it } from "vitest";
import { Shutdown } from "./shutdown";

it("closes newest first, once, and what comes too late at once", async () => {
  const closed: string[] = [];
  const shutdown = new Shutdown();
  shutdown.add(() => void closed.push("first"));
  shutdown.add(async () => void closed.push("second"));
  await Promise.all([shutdown.close(), shutdown.close()]);
  expect(closed).toEqual(["second", "first"]);
  shutdown.add(() => void closed.push("late"));
  expect(closed).toEqual(["second", "first", "late"]);
});
