import "server-only";
import { monotonic } from "../clock";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { pingStore } from "../store/ping-store";
import { tryRecording } from "../store/receipt-log";

/**
 * Whether configuration and store are there, and whether a press could be written down: without that nothing may be
 * pressed, and everything can be read. AWS is not asked: without it pages still show the last good data.
 */
export async function readReadiness(): Promise<{ status: number; body: unknown }> {
  // Side by side: a store that takes connections and answers nothing costs seconds, and not twice.
  const [configuration, store, receipts] = await Promise.all([
    passes(async () => getConfig()),
    passes(pingStore),
    mayRecord(),
  ]);
  const checks = { configuration, store, receipts };
  const ready = checks.configuration && checks.store;
  return { status: ready ? 200 : 503, body: { status: ready ? "ready" : "not-ready", checks } };
}

/** One trial a second answers everybody. */
const TRIAL_LASTS_MS = 1000;
let trial: { atMono: number; passes: Promise<boolean> } | undefined;

function mayRecord(): Promise<boolean> {
  if (!trial || monotonic() - trial.atMono > TRIAL_LASTS_MS)
    trial = { atMono: monotonic(), passes: passes(tryRecording) };
  return trial.passes;
}

async function passes(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return false;
  }
}
