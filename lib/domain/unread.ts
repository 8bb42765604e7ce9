/** Why something is not known: the role may not read it, AWS no longer keeps it, or AWS did not answer. */
export type Unread = "denied" | "gone" | "unanswered";

/** The same in words, behind a comma. */
export function unreadReason(unread: Unread | undefined): string {
  switch (unread) {
    case "denied":
      return "which the role may not read";
    case "gone":
      return "as AWS keeps an execution for 12 months";
    case "unanswered":
      return "as AWS did not answer";
    case undefined:
      return "which AWS does not tell";
  }
}

/** What of what would ship could not be compared, and why; undefined where all was. `from`: what is there now, if known. */
export function notCompared({ from, unread }: { from?: object; unread?: Unread }): string | undefined {
  if (unread === undefined) return undefined;
  return `Not compared: ${from === undefined ? "what is there now" : "variables"}, ${unreadReason(unread)}.`;
}
