import "server-only";
import type { PipelineStructureReply, StructureQuery } from "@/lib/contract/structure";
import type { Freshness } from "@/lib/domain/freshness";
import { freshnessWithin } from "@/lib/domain/freshness-within";
import { structureChanges } from "@/lib/domain/structure-changes";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import type { AwsPipeline } from "../codepipeline/get-pipeline";
import { AwsReadError } from "../codepipeline/read-aws";
import { toStructure } from "../codepipeline/to-structure";
import { ValueMarks } from "../codepipeline/value-marks";
import { ApiError } from "../errors";
import { findPipeline, noSuchPipeline } from "../watch/find-pipeline";
import type { TargetWatch } from "../watch/target-watch";
import { versionRead } from "../watch/version-read";
import { toApiError } from "./aws-api-error";

/** One version of a declaration, as AWS gave it. */
interface Version {
  declaration: AwsPipeline;
  freshness: Freshness;
}

/**
 * The declaration of one pipeline as people read it: the newest version or the one that is named, and what changed to it
 * from another one. Withheld values are compared here, where they are known, and told nowhere.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `version.not-found`, or an `aws.*` code when nothing is
 * known yet
 */
export async function getPipelineStructure(
  viewer: Viewer,
  { target, pipeline }: { target: string; pipeline: string },
  { version, compareWith }: StructureQuery = {},
): Promise<PipelineStructureReply> {
  const watch = findPipeline(viewer, target, pipeline);
  const newest = await watch.declaration(pipeline).catch((error: unknown) => {
    throw toApiError(error, watch.target);
  });
  if (!newest) throw noSuchPipeline(viewer, watch, pipeline);
  const currentVersion = newest.declaration.pipeline?.version ?? 1;
  const versionOf = (number: number) => readVersion(watch, pipeline, { number, newest, currentVersion });
  const [shown, other] = await Promise.all([
    version === undefined ? newest : versionOf(version),
    compareWith === undefined ? undefined : versionOf(compareWith),
  ]);
  const structureOf = (of: Version, marks?: ValueMarks) =>
    toStructure(watch.target, pipeline, of.declaration, marks);
  const marks = new ValueMarks();
  return {
    structure: structureOf(shown),
    currentVersion,
    ...(other &&
      compareWith !== undefined && {
        comparison: {
          with: compareWith,
          changes: structureChanges(structureOf(other, marks), structureOf(shown, marks)),
        },
      }),
    freshness: freshnessWithin(newest.freshness, shown.freshness),
    now: nowInstant(),
  };
}

async function readVersion(
  watch: TargetWatch,
  pipeline: string,
  asked: { number: number; newest: Version; currentVersion: number },
): Promise<Version> {
  const { number, newest, currentVersion } = asked;
  if (number === currentVersion) return newest;
  const none = () =>
    new ApiError(
      "version.not-found",
      `There is no version ${number} of ${pipeline} in ${watch.target.id}: the newest is ${currentVersion}.`,
    );
  if (number > currentVersion) throw none();
  try {
    const { value, freshness } = await versionRead(watch.target, pipeline, number).get();
    return { declaration: value, freshness };
  } catch (error) {
    const isNone = error instanceof AwsReadError && error.failure.code === "PipelineVersionNotFoundException";
    throw isNone ? none() : toApiError(error, watch.target);
  }
}
