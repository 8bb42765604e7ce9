/** One thing to measure. */
export type Measured<T> = () => Promise<T>;

/**
 * Measures everything once a round, so that what else the machine does hits all alike; every other round goes
 * backwards, so that nobody is always first. Answers the results by name, in the order of the rounds.
 */
export async function interleave<Name extends string, T>(
  rounds: number,
  things: Record<Name, Measured<T>>,
): Promise<Record<Name, T[]>> {
  const names = namesOf(things);
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, T[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await things[name]());
  }
  return results;
}

/** Object.keys knows only that keys are strings. */
function namesOf<Name extends string>(things: Record<Name, unknown>): Name[] {
  return Object.keys(things) as Name[];
}
