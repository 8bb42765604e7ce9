import "server-only";
import picomatch from "picomatch";

/** Says which pipeline names a target shows: those an include glob matches (all, without one) and no exclude glob does. */
export function nameFilter(
  include: readonly string[],
  exclude: readonly string[],
): (name: string) => boolean {
  const included = picomatch(include.length > 0 ? [...include] : ["**"], { dot: true });
  const excluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return (name) => included(name) && !excluded(name);
}
