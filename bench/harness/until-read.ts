import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../../scripts/processes/worded-error";
import { readJson } from "../../scripts/testing/session";
import type { Application } from "./application";

type Rows = { items: { asOf: string | null }[] };

/** Waits until the application has read each of `count` pipelines at least once. */
export async function untilRead(
  { url, session }: Application,
  count: number,
  limitMs: number,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const { items } = await readJson<Rows>(url, session, "/api/pipelines");
    const read = items.filter(({ asOf }) => asOf !== null).length;
    if (read >= count) return;
    if (performance.now() > deadline)
      throw new WordedError(
        `The application read ${read} of ${count} pipelines within ${Math.round(limitMs / 1000)} s.`,
      );
    await delay(1000);
  }
}
