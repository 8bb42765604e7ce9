/** Stations a row has room for. */
const ROOM = 7;

/** Which of `count` stations a row shows, so that the one at index `at` (-1: none) is among them. */
export function railWindow(count: number, at: number): { from: number; to: number } {
  if (count <= ROOM) return { from: 0, to: count };
  const room = ROOM - 1;
  const from = Math.max(0, Math.min(count - room, at - room + 2));
  return { from, to: Math.min(count, from + room) };
}
