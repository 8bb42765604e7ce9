/** What a source holds at an instant: a commit, an object version or an image. */
export interface Revision {
  revisionId: string;
  /** Commit message, or what the source says about it. */
  summary?: string;
  author?: string;
  url?: string;
  branch?: string;
  /** Epoch milliseconds. */
  createdAt: number;
}

/** A new revision that appears at one source action of a pipeline; what is left out is made up from the seed. */
export interface NewRevision {
  account: string;
  region: string;
  pipeline: string;
  action: string;
  revisionId?: string;
  summary?: string;
  author?: string;
  url?: string;
  branch?: string;
}
