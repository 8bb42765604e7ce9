import type { Emulator } from "../door/emulator";
import { FASTEST_SPEED } from "../door/emulator-options";
import { toInstantText } from "../door/instant-text";
import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields } from "./fields";

const WAYS = ["advanceMs", "advanceTo", "speed", "toNextEvent"] as const;
const FARTHEST_MS = 400 * 24 * 60 * 60 * 1000;
const SLOWEST_SPEED = 0.000_001;

function targetOf(emulator: Emulator, fields: Fields): number | undefined {
  const now = emulator.clock.now();
  const advanceMs = fields.whole("advanceMs", 0, FARTHEST_MS);
  if (advanceMs !== undefined) return now + advanceMs;
  const advanceTo = fields.instant("advanceTo");
  if (advanceTo !== undefined && (advanceTo < now || advanceTo > now + FARTHEST_MS)) {
    throw new ControlError(
      `advanceTo must be from now (${toInstantText(now)}) to 400 days later; time does not run backwards`,
    );
  }
  if (advanceTo !== undefined) return advanceTo;
  return fields.isTrue("toNextEvent") ? emulator.worldAtNow().nextEventAt() : undefined;
}

/** `POST /_emulator/clock`: moves emulated time in one of four ways; answers `{now}`. */
export const moveClock: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, WAYS);
  if (WAYS.filter((way) => fields.has(way)).length !== 1) {
    throw new ControlError(`give exactly one of ${WAYS.join(", ")}`);
  }
  const speed = fields.number("speed", SLOWEST_SPEED, FASTEST_SPEED);
  if (speed !== undefined) emulator.setSpeed(speed);
  const target = targetOf(emulator, fields);
  if (target !== undefined) emulator.moveTo(Math.max(target, emulator.clock.now()));
  return { now: toInstantText(emulator.clock.now()) };
};
