import "server-only";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { pingStore } from "../store/ping-store";

/** Whether configuration and store are there. AWS is not asked: without it pages still show the last good data. */
export async function readReadiness(): Promise<{ status: number; body: unknown }> {
  const checks = { configuration: await passes(async () => getConfig()), store: await passes(pingStore) };
  const ready = checks.configuration && checks.store;
  return { status: ready ? 200 : 503, body: { status: ready ? "ready" : "not-ready", checks } };
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
