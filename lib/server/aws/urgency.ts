import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Who waits for a read: a person who pressed a button, a person who looks at the one thing it is about, the watcher,
 * which nobody waits for, or who reads what is long past with what the others leave.
 */
export type Urgency = "press" | "person" | "watch" | "spare";

const urgencies = new AsyncLocalStorage<Urgency>();

/** Does the work, with every read it begins as urgent as that. */
export function withUrgency<Result>(urgency: Urgency, work: () => Result): Result {
  return urgencies.run(urgency, work);
}

/** How urgent a read is that begins here. */
export function currentUrgency(): Urgency {
  return urgencies.getStore() ?? "person";
}
