import "server-only";
import type { PagedHistory } from "../watch/paged-history";

/** Tells one of a list. */
export interface Sought<Item> {
  isIt: (item: Item) => boolean;
  startMsOf: (item: Item) => number;
  /** Epoch milliseconds: everything that started before is older than what is sought; 0 when that is not known. */
  startedMs: number;
}

/** AWS knows the start of an execution a little earlier than that of its first action. */
const SLACK_MS = 60_000;

/** Reads a list further back until it has the one that is sought, or is past the place of it. Throws AwsReadError. */
export async function findInList<Item>(list: PagedHistory<Item>, sought: Sought<Item>): Promise<void> {
  while (!list.complete && !list.items.some(sought.isIt)) {
    const oldest = list.items.at(-1);
    if (oldest !== undefined && sought.startMsOf(oldest) < sought.startedMs - SLACK_MS) return;
    const known = list.items.length;
    await list.readOlder(known);
    if (list.items.length <= known) return;
  }
}
