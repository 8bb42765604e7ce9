import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { childrenOf, pauseFamily, resumeFamily, statusOf } from "./pause-family";

const stateOf = (pid: number) => statusOf(pid)?.state;
const isAtWork = (pid: number) => !["T", "Z"].includes(stateOf(pid) ?? "Z");

it.skipIf(process.platform !== "linux")(
  "leaves no child at work, those included that begin meanwhile, and lets all go on",
  async () => {
    const parent = spawn("sh", ["-c", "for i in $(seq 400); do sleep 60 & done; wait"], { detached: true });
    const pid = parent.pid ?? 0;
    try {
      await expect.poll(() => childrenOf(pid).length, { interval: 1 }).toBeGreaterThan(5);
      const paused = await pauseFamily(pid);
      expect(paused).toEqual([pid, ...childrenOf(pid)]);
      await expect.poll(() => paused.filter(isAtWork)).toEqual([]);

      resumeFamily(paused);
      await expect.poll(() => paused.map(stateOf)).not.toContain("T");
    } finally {
      process.kill(-pid, "SIGKILL");
    }
  },
);

it.skipIf(process.platform !== "linux")("says so of a process that has ended", async () => {
  const gone = spawn("true");
  await new Promise((resolve) => gone.once("exit", resolve));
  await expect(pauseFamily(gone.pid ?? 0)).rejects.toThrow("ESRCH");
});
