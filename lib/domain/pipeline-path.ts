/** Path of a pipeline's page. */
export function pipelinePath(target: string, pipeline: string): string {
  return `/pipelines/${encodeURIComponent(target)}/${encodeURIComponent(pipeline)}`;
}
