import { inside } from "./part-changes";
import type { StructureChange } from "./structure-change";
import type { Part } from "./structure-parts";

/** The fewest stages that must have been moved so that those that stayed stand in their new order, first to last. */
export function stageOrderChanges(
  stages: ReadonlyArray<readonly [from: Part, to: Part]>,
  before: readonly Part[],
  after: readonly Part[],
): StructureChange[] {
  const order = stages.toSorted(([, one], [, other]) => after.indexOf(one) - after.indexOf(other));
  const stayed = longestRising(order.map(([from]) => before.indexOf(from)));
  return order.flatMap(([, to], place): StructureChange[] => {
    if (stayed.has(place)) return [];
    const previous = after[after.indexOf(to) - 1]?.name;
    return [{ change: "moved", path: inside([], to), ...(previous !== undefined && { after: previous }) }];
  });
}

/** Places of a longest rising run of numbers, of which there are a few dozen. */
function longestRising(numbers: readonly number[]): Set<number> {
  const longest: number[][] = [];
  for (const [place, number] of numbers.entries()) {
    const best = longest
      .filter((run) => (numbers[run.at(-1) ?? -1] ?? Number.POSITIVE_INFINITY) < number)
      .reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
    longest.push([...best, place]);
  }
  return new Set(longest.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []));
}
