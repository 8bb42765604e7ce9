/** Segments of a page's path as they were meant; one that cannot be decoded stays as it stands. */
export function decodedParams<Params extends Record<string, string>>(params: Params): Params {
  const decoded: Record<string, string> = {};
  for (const [name, segment] of Object.entries(params)) decoded[name] = decodedSegment(segment);
  return { ...params, ...decoded };
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
