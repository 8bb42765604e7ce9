import type { ControlCall } from "./control-call";

/** `DELETE /_emulator/sessions`: every temporary credential expires now; answers how many were still good. */
export const expireSessions: ControlCall = (emulator) => ({ expired: emulator.credentials.expireAll() });
