/** A pull request as far as triggers and variables know it. */
export interface PullRequest {
  event: "OPEN" | "UPDATED" | "CLOSED";
  id: string;
  title: string;
  sourceBranch: string;
  destinationBranch: string;
}

/** What a source holds at an instant: a commit, an object version or an image. */
export interface Revision {
  revisionId: string;
  /** Identifies the change that brought it; the revision's own id unless PutActionRevision gave another. */
  changeId?: string;
  /** Commit message, or what the source says about it. */
  summary?: string;
  author?: string;
  url?: string;
  branch?: string;
  /** The Git tag that was pushed. */
  tag?: string;
  pullRequest?: PullRequest;
  /** Key of an object that stands in for the configured one. */
  objectKey?: string;
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
  tag?: string;
  /** Paths that changed; unknown, as on a branch that has just been created, when absent. */
  files?: readonly string[];
  pullRequest?: PullRequest;
}
