import { pipelinePath } from "./pipeline-path";

/** Path of the page with a pipeline's declaration: the newest version, or the one that is named. */
export function structureAddress(target: string, pipeline: string, version?: number): string {
  const path = `${pipelinePath(target, pipeline)}/structure`;
  return version === undefined ? path : `${path}?version=${version}`;
}
