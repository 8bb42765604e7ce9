import type { Station } from "./pipeline";

/**
 * The ticket each station prints, in station order; null where it prints none.
 *
 * A revision is printed once, at the furthest station it has reached, and a train that carries it further counts as
 * its print. So a station without a ticket holds what is printed next downstream, and one that lagged shows its own.
 */
export function railTickets(stations: readonly Station[]): Array<string | null> {
  const printed = new Set<string>();
  const tickets: Array<string | null> = [];
  for (let index = stations.length - 1; index >= 0; index -= 1) {
    const station = stations[index];
    if (station === undefined) continue;
    const { revision, train, waiting } = station;
    if (train !== undefined) printed.add(train.label);
    const own = train === undefined && revision !== undefined && !printed.has(revision) ? revision : null;
    if (own !== null) printed.add(own);
    tickets.unshift(own);
    for (const { label } of waiting) printed.add(label);
  }
  return tickets;
}
