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
