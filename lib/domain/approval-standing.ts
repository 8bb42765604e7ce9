import type { Instant } from "./instant";

/** What is known of an open approval besides what it ships, for the person who asks. */
export interface ApprovalStanding {
  /** It is their own change: they started the execution, or are an author of what it carries. */
  own?: "started" | "authored";
  /** Who approved first, where it takes two; null while nobody has, absent where that is not known. */
  firstBy?: { id: string; name: string } | null;
  firstAt?: Instant;
}
