/** Address of the overview with the pipelines of one target. */
export function targetHref(target: string): string {
  return `/?q=${encodeURIComponent(`target:${target}`)}`;
}
