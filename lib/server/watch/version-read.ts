import "server-only";
import { type AwsPipeline, getPipeline } from "../codepipeline/get-pipeline";
import type { TargetConfig } from "../config/config";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";

/** A version does not change, but a pipeline that was deleted and made anew counts from 1 again. */
const LIMIT_MS = 600_000;
/** Versions kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 50;

declare global {
  var pipedeckVersions: WeakMap<TargetConfig, Map<string, KeptRead<AwsPipeline>>> | undefined;
}

/** The one reader of a version of a declaration in this process. */
export function versionRead(target: TargetConfig, pipeline: string, version: number): KeptRead<AwsPipeline> {
  globalThis.pipedeckVersions ??= new WeakMap();
  const reads = globalThis.pipedeckVersions.get(target) ?? new Map<string, KeptRead<AwsPipeline>>();
  globalThis.pipedeckVersions.set(target, reads);
  const key = JSON.stringify([pipeline, version]);
  const read =
    reads.get(key) ??
    new KeptRead(
      () => getPipeline(target, pipeline, version),
      () => LIMIT_MS,
    );
  return keepNewest(reads, key, read, MOST_KEPT);
}
