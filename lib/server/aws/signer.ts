import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { WritePlace } from "./session-policy";

/** Who presses, in which session, and where: what the credentials of the write are taken out for. */
export interface Signer extends WritePlace {
  personId: string;
  sessionId: string;
}

const signers = new AsyncLocalStorage<Signer>();

/** Does the work, with every write in it signed in this person's name. */
export function withSigner<Result>(signer: Signer, work: () => Result): Result {
  return signers.run(signer, work);
}

/** In whose name a write is signed that begins here; undefined means that none may begin. */
export function currentSigner(): Signer | undefined {
  return signers.getStore();
}
