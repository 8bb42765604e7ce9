import type { Random } from "../engine/random";

function valueFor(key: string, random: Random): string {
  if (/version/i.test(key))
    return `${random.between(1, 4)}.${random.between(0, 30)}.${random.between(0, 99)}`;
  if (/ur[il]$/i.test(key)) return `https://${random.hex(8)}.example.com`;
  return random.hex(8);
}

/** Values for variables a service exports, so that whoever refers to them finds them. */
export function madeUpVariables(keys: readonly string[], random: Random): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, valueFor(key, random)]));
}
