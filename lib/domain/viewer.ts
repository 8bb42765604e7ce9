/** What somebody may see. People to whom the same rules show the same share one, so what is made for it is made once. */
export interface Viewer {
  /** Tells it apart from viewers that see something else; says nothing else. */
  readonly key: string;
  /** Whether there is nothing that is hidden. */
  readonly seesAll: boolean;
  /** Whether anything of a target may be seen. It depends on names alone, not on what exists. */
  seesTarget(target: string): boolean;
  /** Whether a pipeline may be seen. It depends on names alone, not on what exists. */
  sees(target: string, pipeline: string): boolean;
}
