import { toInstantText } from "../door/instant-text";
import { ACME_ACCOUNTS } from "../worlds/acme-accounts";
import type { ControlCall } from "./control-call";

/** `GET /_emulator/status` */
export const readStatus: ControlCall = (emulator) => ({
  now: toInstantText(emulator.clock.now()),
  clock: emulator.clock.mode,
  speed: emulator.clock.speed,
  world: emulator.worldName,
  seed: emulator.seed,
  accounts: [ACME_ACCOUNTS.dev, ACME_ACCOUNTS.staging, ACME_ACCOUNTS.prod],
  requests: emulator.counts.all(),
});
