/** Where a card stands, CSS pixels from the corner of what the lines are drawn in. */
export interface CardBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far a line leaves a card before it bends, at least. */
const BEND_PX = 24;

/**
 * The line of an artifact from the card of the action that puts it out to the card of one that takes it, as SVG path data:
 * rightwards from side to side, and downwards where both stand in one column.
 */
export function artifactPath(from: CardBox, to: CardBox): string {
  if (to.left < from.left + from.width) return downwards(from, to);
  const [x1, y1] = [from.left + from.width, from.top + from.height / 2];
  const [x2, y2] = [to.left, to.top + to.height / 2];
  const bend = Math.max(BEND_PX, (x2 - x1) / 2);
  return curve([x1, y1], [x1 + bend, y1], [x2 - bend, y2], [x2, y2]);
}

function downwards(from: CardBox, to: CardBox): string {
  const [x1, y1] = [from.left + from.width / 2, from.top + from.height];
  const [x2, y2] = [to.left + to.width / 2, to.top];
  const middle = (y1 + y2) / 2;
  return curve([x1, y1], [x1, middle], [x2, middle], [x2, y2]);
}

type Point = readonly [number, number];

function curve(start: Point, first: Point, second: Point, end: Point): string {
  const at = (point: Point) => point.map(round).join(" ");
  return `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
