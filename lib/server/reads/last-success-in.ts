import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Unread } from "@/lib/domain/unread";
import { text } from "../codepipeline/lenient";
import { listSucceededInStage } from "../codepipeline/list-succeeded-in-stage";
import { AwsReadError } from "../codepipeline/read-aws";
import { newestFirst } from "../codepipeline/to-execution";
import type { TargetConfig } from "../config/config";
import { unreadOf } from "./unread-of";

/** The execution that went through a stage last, where one is known; else why AWS did not tell, where it did not. */
export interface LastSuccess {
  id?: string;
  unread?: Unread;
  /** What the role lacks. */
  denied: string[];
}

/**
 * The execution that went through a stage last, other than `except`, and before another where `startedBefore` says so: as
 * AWS lists it for the current version of the pipeline, else the one the stage shows, when that succeeded. Never
 * throws for AWS.
 */
export async function lastSuccessIn(
  target: TargetConfig,
  pipeline: string,
  stage: StageState,
  { except, startedBefore }: { except: string; startedBefore?: Instant },
): Promise<LastSuccess> {
  const shown = ["Succeeded", "Overridden"].includes(stage.standing) ? stage.executionId : undefined;
  // What the stage shows is its latest run, so nothing can have gone through it later.
  if (startedBefore === undefined && shown !== undefined && shown !== except)
    return { id: shown, denied: [] };
  try {
    const { items } = await listSucceededInStage(target, pipeline, stage.name, { maxResults: 20 });
    const ids = newestFirst(
      items.map((item) => ({
        id: text(item.pipelineExecutionId),
        startedAt: item.startTime?.toISOString(),
      })),
    )
      .filter(({ startedAt }) => startedBefore === undefined || (startedAt ?? "") < startedBefore)
      .flatMap(({ id }) => id ?? []);
    const id = ids.find((one) => one !== except);
    return { ...(id !== undefined && { id }), denied: [] };
  } catch (error) {
    if (error instanceof AwsReadError) return unreadOf(error);
    throw error;
  }
}
