import type { InboxItem } from "@/lib/contract/inbox";
import { INBOX_GROUPS, type InboxGroup, inboxGroup } from "@/lib/domain/inbox-order";

/** Items under one head. */
export interface InboxSection {
  group: InboxGroup;
  ids: readonly string[];
}

/** What stands over each group. */
export const GROUP_WORDS: Readonly<Record<InboxGroup, string>> = {
  "running-out": "Running out",
  failure: "Failing",
  approval: "Approvals, least time first",
  condition: "Conditions that can be overridden",
  gate: "Closed gates",
  "by-itself": "May go on by themselves",
};

/** Items in order as sections, those without any left out. */
export function inboxSections(items: readonly InboxItem[], now: number): InboxSection[] {
  const byGroup = new Map<InboxGroup, string[]>();
  for (const item of items) {
    const group = inboxGroup(item, now);
    byGroup.set(group, [...(byGroup.get(group) ?? []), item.id]);
  }
  return INBOX_GROUPS.flatMap((group) => {
    const ids = byGroup.get(group);
    return ids === undefined ? [] : [{ group, ids }];
  });
}
