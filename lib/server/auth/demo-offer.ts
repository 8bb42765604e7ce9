import "server-only";
import { z } from "zod";
import type { Config } from "../config/config";
import { getConfig } from "../config/get-config";
import { isLoopback } from "../config/loopback";

const PROBE_TIMEOUT_MS = 1_000;
const OFFER_KEPT_MS = 10_000;
const REFUSAL_KEPT_MS = 2_000;

const EmulatorStatus = z.object({ now: z.string(), world: z.string(), clock: z.string() });

let kept: Promise<boolean> | undefined;
/** By configuration: every request of a demo person asks. */
const configured = new WeakMap<Config, boolean>();

/** Whether every target has a loopback endpoint, as only an emulator's has. */
export function demoConfigured(): boolean {
  const config = getConfig();
  const known = configured.get(config);
  if (known !== undefined) return known;
  const { targets } = config;
  const is = targets.length > 0 && targets.every((target) => isLoopbackAddress(target.endpoint));
  configured.set(config, is);
  return is;
}

/**
 * Whether demo people may sign in: every target has a loopback endpoint, and at each an emulator answers.
 * Kept for a few seconds.
 */
export function demoOffered(): Promise<boolean> {
  if (!demoConfigured()) return Promise.resolve(false);
  kept ??= probeAll().then((offered) => {
    setTimeout(forgetOffer, offered ? OFFER_KEPT_MS : REFUSAL_KEPT_MS).unref();
    return offered;
  });
  return kept;
}

/** Asks again at the next call. */
export function forgetOffer(): void {
  kept = undefined;
}

async function probeAll(): Promise<boolean> {
  const endpoints = new Set(getConfig().targets.map((target) => target.endpoint ?? ""));
  const answers = await Promise.all([...endpoints].map(isEmulator));
  return answers.every(Boolean);
}

async function isEmulator(endpoint: string): Promise<boolean> {
  try {
    const reply = await fetch(new URL("/_emulator/status", endpoint), {
      redirect: "error",
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return reply.ok && EmulatorStatus.safeParse(await reply.json()).success;
  } catch {
    return false;
  }
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && URL.canParse(address) && isLoopback(new URL(address).hostname);
}
