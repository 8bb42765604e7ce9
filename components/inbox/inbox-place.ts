import { INBOX_KINDS, type InboxKind } from "@/lib/domain/inbox-item";

/** What the id of an item tells by itself. */
export interface InboxPlace {
  kind: InboxKind;
  target: string;
  pipeline: string;
  stage: string;
}

/** Reads the id of an item as it stands in an address; undefined when it is none. */
export function readInboxPlace(id: string | undefined): InboxPlace | undefined {
  const [word, target, pipeline, stage] = id?.split("/") ?? [];
  const kind = INBOX_KINDS.find((each) => each === word);
  if (kind === undefined || !target || !pipeline || !stage) return undefined;
  return { kind, target, pipeline, stage };
}
