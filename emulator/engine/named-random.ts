import { Random } from "./random";

/** Two rows of 32 bits from a text, mixed so that similar texts are far apart. */
function scatter(text: string): [number, number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return [high >>> 0, low >>> 0];
}

/**
 * Chance that belongs to one name: the same seed and names give the same row of numbers, whatever else draws from
 * the same seed.
 */
export function namedRandom(seed: number, ...names: readonly string[]): Random {
  const [high, low] = scatter([seed, ...names].join(" "));
  return new Random(high * 2 ** 21 + (low & 0x1fffff));
}
