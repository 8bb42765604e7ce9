/** How often a stage was tried again, where AWS still tells: of the execution that it ran last. */
export interface StageRetry {
  automatic: number;
  manual: number;
  /** AWS's own word, such as `ManualStageRetry`. */
  latestTrigger?: string;
}
