import type { Station, Train } from "@/lib/domain/pipeline";
import type {
  ActionState,
  ConditionState,
  InboundExecution,
  PipelineState,
  StageState,
} from "@/lib/domain/pipeline-state";
import { railTickets } from "@/lib/domain/rail-tickets";
import { waitingTrains } from "@/lib/domain/station";
import { actionLine } from "./action-line";

/** Actions of one run order, one or two a row. */
export interface ActionGroup {
  runOrder: number;
  rows: ActionState[][];
}

/** What lies on the track in front of a station. */
export interface RailApproach {
  closed: boolean;
  waiting: readonly (Train & Partial<Pick<InboundExecution, "revisions">>)[];
  /** Why those in front wait although the transition is open. */
  occupied: boolean;
  beforeEntry?: ConditionState;
  minPx: number;
}

/** One station of the full rail with its column of actions. */
export interface RailStation {
  stage: StageState;
  approach: RailApproach;
  /** Printed revision at rest; absent when a station further on carries the same. */
  ticket?: string;
  train?: Train;
  /** PARALLEL mode: executions inside the stage. */
  count?: number;
  groups: ActionGroup[];
  /** Durations on the cards to the minute, for want of room. */
  brief: boolean;
  minPx: number;
}

const ICON_PX = 24;
const GUTTER_PX = 15;
const GAP_PX = 6;
const PORTAL_PX = 18;
const SIGNAL_PX = 12;
const GATE_CARD_PX = 132;
/** "stage is occupied" in two lines. */
const OCCUPIED_PX = 64;
const CARD_MIN_PX = 74;
const CARD_MAX_PX = 150;
const CONDITION_MIN_PX = 152;
/** Room for a station's word and age. */
const STATION_MIN_PX = 122;
/** The same with the longest time left, `23 h 59 min`. */
const APPROVAL_MIN_PX = 138;
const STATION_MAX_PX = 240;
/** Share of what a station wants that it can do with. */
const GIVES_WAY = 0.95;
/** Between the pinned last station and its edge. */
const PINNED_PX = 8;
/** Free track between two columns. */
const TRACK_PX = 12;

/** Groups actions by run order, lowest first; source actions stand one a row, all others two. */
export function actionGroups(actions: readonly ActionState[]): ActionGroup[] {
  const orders = [...new Set(actions.map((action) => action.runOrder))].sort((a, b) => a - b);
  return orders.map((runOrder) => {
    const members = actions.filter((action) => action.runOrder === runOrder);
    const perRow = members.every((action) => action.category === "Source") ? 1 : 2;
    const rows: ActionState[][] = [];
    for (let at = 0; at < members.length; at += perRow) {
      rows.push(members.slice(at, at + perRow));
    }
    return { runOrder, rows };
  });
}

/** Width of a ticket or train box with this text, in pixels. */
export function boxPx(label: string): number {
  return Math.ceil(label.length * 6.6 + 14);
}

/** Trains to draw in front of a station: two by name, of a longer queue the next one and how many follow. */
export function drawnWaiting<T extends { label: string }>(
  waiting: readonly T[],
): { drawn: T[]; more: number } {
  return waiting.length <= 2
    ? { drawn: [...waiting], more: 0 }
    : { drawn: waiting.slice(0, 1), more: waiting.length - 1 };
}

/** Room a card wants: its name, its second line, the words of the button under it. */
function cardPx(action: ActionState, stage: StageState, alone: boolean, brief: boolean): number {
  const name = action.name.length * 6.2 + 14 + (alone ? 20 : 0);
  const line = actionLine(action, stage, false, brief);
  const second = line.text.length * (line.mono ? 6.7 : 6) + 38;
  const answer = action.approval === undefined ? 0 : 118;
  return Math.ceil(Math.min(CARD_MAX_PX, Math.max(CARD_MIN_PX, name, second, answer)));
}

function rowPx(row: readonly ActionState[], stage: StageState, brief: boolean): number {
  const widest = Math.max(...row.map((action) => cardPx(action, stage, row.length === 1, brief)));
  return widest * row.length + (row.length - 1) * GAP_PX;
}

function stationPx(station: Omit<RailStation, "approach" | "minPx">): number {
  const { beforeEntry, onSuccess, onFailure } = station.stage;
  const cards = station.groups
    .flatMap((group) => group.rows)
    .map((row) => rowPx(row, station.stage, station.brief));
  const conditions = [beforeEntry, onSuccess, onFailure].some(Boolean) ? CONDITION_MIN_PX : 0;
  const words = station.stage.standing === "Approval" ? APPROVAL_MIN_PX : STATION_MIN_PX;
  const head = headPx(station) + (onSuccess === undefined ? 0 : PORTAL_PX);
  return Math.max(head, GUTTER_PX + Math.max(0, conditions, ...cards), words);
}

/** Width of what is drawn at the station itself: its icon, its box, the portal of a failure condition. */
function headPx({ stage, ticket, train }: Pick<RailStation, "stage" | "ticket" | "train">): number {
  const box = train?.label ?? ticket;
  return (
    ICON_PX + (box === undefined ? 0 : GAP_PX + boxPx(box)) + (stage.onFailure === undefined ? 0 : PORTAL_PX)
  );
}

/** `freePx` is bare track at the end of the column before, over which waiting trains may stand. */
function approachPx(approach: Omit<RailApproach, "minPx">, freePx: number): number {
  const { drawn, more } = drawnWaiting(approach.waiting);
  const trains = drawn.reduce((sum, train) => sum + boxPx(train.label) + GAP_PX, more === 0 ? 0 : 18);
  const portal = approach.beforeEntry === undefined ? 0 : PORTAL_PX;
  const signal = approach.closed ? SIGNAL_PX : 0;
  const note = approach.closed ? GATE_CARD_PX : approach.occupied ? OCCUPIED_PX : TRACK_PX;
  return Math.max(trains + signal + portal - freePx, note + portal);
}

/**
 * Lays the stages out as stations on the full rail.
 *
 * A revision is printed once, at the furthest station it has reached; a station with another one has lagged
 * behind or run ahead and prints its own. A station with a train prints the train instead. `brief` cards tell durations
 * to the minute and need less room.
 */
export function railStations(state: PipelineState, brief = false): RailStation[] {
  const parallel = state.row.executionMode === "PARALLEL";
  const small = new Map(state.row.stations.map((station) => [station.stage, station]));
  const stops = state.stages.map(
    ({ name, standing, revision }): Station => ({
      stage: name,
      standing,
      revision: revision?.shortId,
      gateClosed: false,
      ...small.get(name),
      // Here the ticket stays where the revision rests, also while its train waits in sight in front of the next.
      waiting: [],
    }),
  );
  const tickets = railTickets(stops);
  let freePx = 0;
  return state.stages.map((stage, index): RailStation => {
    const stop = stops[index];
    // In PARALLEL mode AWS lists nobody in front of a stage.
    const waiting = parallel ? (small.get(stage.name)?.waiting ?? []) : waitingTrains(stage);
    const approach = {
      closed: !stage.transition.enabled,
      waiting,
      occupied: stage.transition.enabled && waiting.length > 0,
      beforeEntry: stage.beforeEntry,
    };
    const station = {
      stage,
      ticket: parallel ? undefined : (tickets[index] ?? undefined),
      train: parallel ? undefined : stop?.train,
      count: parallel ? (stop?.count ?? 0) : undefined,
      groups: actionGroups(stage.actions),
      brief,
    };
    const minPx = stationPx(station);
    const withApproach = { ...approach, minPx: approachPx(approach, freePx) };
    freePx =
      stage.onSuccess === undefined
        ? Math.max(0, Math.round(minPx * GIVES_WAY) - headPx(station) - GAP_PX)
        : 0;
    return { ...station, approach: withApproach, minPx };
  });
}

/** Grid columns of the rail and the widths it can have, in pixels. */
export interface RailColumns {
  /** CSS grid columns: track and station in turn; no track in front of a bare first station. */
  template: string;
  minPx: number;
  maxPx: number;
}

/**
 * Stations share the room by what they want and never grow beyond what reads as a line. They give way a little before
 * the rail has to scroll; once it `scrolls` each has all that it wants.
 */
export function railColumns(stations: readonly RailStation[], scrolls = false): RailColumns {
  const columns: RailColumns = { template: "", minPx: 0, maxPx: 0 };
  for (const [index, station] of stations.entries()) {
    const track = index === 0 && !hasApproach(station) ? 0 : station.approach.minPx;
    const pinned = index === stations.length - 1 ? PINNED_PX : 0;
    const least = scrolls ? station.minPx + pinned : Math.round(station.minPx * GIVES_WAY);
    columns.template += `${index === 0 ? "" : " "}${track}px minmax(${least}px, ${station.minPx}fr)`;
    columns.minPx += track + least;
    columns.maxPx += track + Math.max(STATION_MAX_PX, Math.round(station.minPx * 1.4));
  }
  return columns;
}

/** Whether something stands in front of the station beyond plain track. */
export function hasApproach(station: RailStation): boolean {
  return (
    station.approach.closed ||
    station.approach.waiting.length > 0 ||
    station.approach.beforeEntry !== undefined
  );
}
