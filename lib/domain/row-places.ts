import type { PipelineRow } from "./pipeline";

/** Where the rows of a list are. Shared by whoever asks for the same list: of 10,000 rows it is a megabyte. */
export interface RowPlaces {
  /** `rowKey` of each row. */
  keys: readonly string[];
  placeOf: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly PipelineRow[], RowPlaces>();

/** Identity of a row over time. Target ids hold no slash. */
export function rowKey({ target, name }: Pick<PipelineRow, "target" | "name">): string {
  return `${target}/${name}`;
}

/** The pipeline a key is of. */
export function pipelineOf(key: string): { target: string; name: string } {
  const slash = key.indexOf("/");
  return { target: key.slice(0, slash), name: key.slice(slash + 1) };
}

/** The places of a list, which must not change any more. */
export function rowPlaces(rows: readonly PipelineRow[]): RowPlaces {
  const there = known.get(rows);
  if (there !== undefined) return there;
  const placeOf = new Map(rows.map((row, place) => [rowKey(row), place]));
  // Of two rows with one key there is one in the map, and still a key for each place.
  const keys = placeOf.size === rows.length ? [...placeOf.keys()] : rows.map(rowKey);
  const places = { keys, placeOf };
  known.set(rows, places);
  return places;
}

/** Says that a list holds the same pipelines at the same places as another. */
export function samePlaces(before: readonly PipelineRow[], after: readonly PipelineRow[]): void {
  const places = known.get(before);
  if (places !== undefined) known.set(after, places);
}
