import type { Hands } from "../stale/hands";
import type { World } from "./world";

const STEP_MS = 5000;
/** Longer than Ship takes. */
const SHIPPED_MS = 11 * 60_000;

/** One execution of each pipeline goes through Ship, so that there is something to roll back to. */
export async function shipOnce(world: World, hands: Hands): Promise<void> {
  const things = await world.release();
  for (const { pipeline, executionId } of things) await hands.answer(pipeline, executionId, "Approved");
  await world.pass(STEP_MS);
  await world.pass(SHIPPED_MS);
  for (const { pipeline, executionId } of things) world.good.set(pipeline, executionId);
}
