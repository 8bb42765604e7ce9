import { LARGEST_SEED, MOST_EXECUTIONS, MOST_PIPELINES, WORLD_NAMES } from "../door/emulator-options";
import { toInstantText } from "../door/instant-text";
import type { ControlCall } from "./control-call";
import { Fields, present } from "./fields";

/** `POST /_emulator/reset`: a fresh world; answers `{now}`. */
export const resetWorld: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, ["world", "seed", "now", "pipelines", "executions"]);
  emulator.reset(
    present({
      world: fields.oneOf("world", WORLD_NAMES),
      seed: fields.whole("seed", 0, LARGEST_SEED),
      now: fields.instant("now"),
      pipelines: fields.whole("pipelines", 1, MOST_PIPELINES),
      executions: fields.whole("executions", 0, MOST_EXECUTIONS),
    }),
  );
  return { now: toInstantText(emulator.clock.now()) };
};
