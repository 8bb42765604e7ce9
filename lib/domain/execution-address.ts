import { pipelinePath } from "./pipeline-path";

/** Path of the page with a pipeline's executions. */
export function executionsAddress(target: string, pipeline: string): string {
  return `${pipelinePath(target, pipeline)}/executions`;
}

/** Path of one execution's page. */
export function executionAddress(target: string, pipeline: string, id: string): string {
  return `${executionsAddress(target, pipeline)}/${encodeURIComponent(id)}`;
}
