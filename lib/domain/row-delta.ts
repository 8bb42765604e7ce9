import type { PipelineRow, Station } from "./pipeline";
import { sameJson } from "./same-json";

/** Members that differ, with their new value whole; null says that an optional member is gone. */
type Changed<Shape> = {
  [Member in keyof Shape]?: Shape[Member] | (undefined extends Shape[Member] ? null : never);
};

/** What differs of one station. */
export type StationDelta = Changed<Station>;

/**
 * What differs between two rows of a pipeline: a JSON merge patch (RFC 7396), but for `status`, of which null is a
 * value, and for lists, which come whole. `stations` of the same number come by their index, only those that differ.
 * `asOf` comes only when the row had none before or has none now.
 */
export interface RowDelta extends Changed<Omit<PipelineRow, "target" | "name" | "stations" | "asOf">> {
  stations?: Station[] | Record<string, StationDelta>;
  asOf?: PipelineRow["asOf"];
}

/** Members of a row or station that may be null as they are. */
const NULL_IS_A_VALUE = new Set(["status", "asOf"]);
/** Members of a row that are compared in a way of their own. */
const SPECIAL = new Set(["target", "name", "stations", "asOf"]);

/** What makes `after` of `before`, both of one pipeline; null when they are equal apart from `asOf`. */
export function rowDelta(before: PipelineRow, after: PipelineRow): RowDelta | null {
  const delta: RowDelta = changedMembers(before, after, SPECIAL) ?? {};
  const stations = stationsDelta(before.stations, after.stations);
  if (stations !== undefined) delta.stations = stations;
  if (Object.keys(delta).length === 0) return null;
  if ((before.asOf === null) !== (after.asOf === null)) delta.asOf = after.asOf;
  return delta;
}

/** The row after a change. Stations and members that the delta does not name are the very same objects as before. */
export function applyRowDelta(row: PipelineRow, delta: RowDelta): PipelineRow {
  const { stations, ...members } = delta;
  const changed = merged(row, members);
  return stations === undefined ? changed : { ...changed, stations: appliedStations(row.stations, stations) };
}

function stationsDelta(
  before: readonly Station[],
  after: Station[],
): Station[] | Record<string, StationDelta> | undefined {
  if (before.length !== after.length) return after;
  const byIndex = after.flatMap((station, index) => {
    const known = before[index];
    const delta = known && changedMembers(known, station);
    return delta ? [[String(index), delta] as const] : [];
  });
  return byIndex.length === 0 ? undefined : Object.fromEntries(byIndex);
}

function appliedStations(
  before: readonly Station[],
  delta: Station[] | Record<string, StationDelta>,
): Station[] {
  if (Array.isArray(delta)) return delta;
  return before.map((station, index) => {
    const change = delta[String(index)];
    return change ? merged(station, change) : station;
  });
}

function changedMembers<Shape extends object>(
  before: Shape,
  after: Shape,
  except: ReadonlySet<string> = new Set(),
): Changed<Shape> | null {
  const left = new Map<string, unknown>(Object.entries(before));
  const right = new Map<string, unknown>(Object.entries(after));
  const changed = [...new Set([...left.keys(), ...right.keys()])]
    .filter((name) => !except.has(name) && !sameJson(left.get(name), right.get(name)))
    .map((name) => [name, right.get(name) ?? null] as const);
  // Object.fromEntries cannot know the names, which are those of Shape.
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Changed<Shape>);
}

function merged<Shape extends object>(before: Shape, changes: object): Shape {
  const after: Shape = { ...before, ...changes };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null && !NULL_IS_A_VALUE.has(name)) Reflect.deleteProperty(after, name);
    if (value === undefined && name in before) Reflect.set(after, name, Reflect.get(before, name));
  }
  return after;
}
