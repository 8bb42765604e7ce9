import type { Instant } from "./instant";

/** A source revision: a commit, an image digest or an object version, as one source action delivered it. */
export interface Revision {
  /** Name of the source action that delivered it. */
  action: string;
  /** The whole id, for example a 40-character commit SHA. */
  id: string;
  /** What people recognise it by: 7 characters of a commit, a shortened digest or version. */
  shortId: string;
  /** First line of the commit message or whatever the source says, as plain text. */
  summary?: string;
  author?: string;
  branch?: string;
  url?: string;
  createdAt?: Instant;
}
