import { startEmulator } from "../../scripts/stack/emulator";
import { largestMemoryMb } from "./largest-memory";

/** Seconds from starting the emulator with these flags to its ready line, and its largest memory until then in MB. */
export async function buildSeconds(flags: string[]): Promise<{ seconds: number; memoryMb: number }> {
  const startedAt = performance.now();
  const { child } = await startEmulator(["--port", "0", "--clock", "manual", ...flags], "quiet");
  const seconds = (performance.now() - startedAt) / 1000;
  const memoryMb = await largestMemoryMb(process.pid, flags);
  await child.stop();
  return { seconds, memoryMb };
}
