import "server-only";
import picomatch from "picomatch";
import type { NamePattern } from "@/lib/domain/permission";

/** Nothing in it means anything to a glob. */
const PLAIN = /^[\w.@-]*$/;

/**
 * Globs ready to be asked: a name matches when one of them does. Most are plain names and beginnings of names, which are
 * looked up and compared; hundreds of regular expressions for each of thousands of names would be slow.
 */
export function namePattern(globs: readonly string[]): NamePattern {
  const names = new Set(globs.filter((glob) => PLAIN.test(glob)));
  const beginnings: string[] = [];
  const others: Array<(name: string) => boolean> = [];
  for (const glob of globs) {
    if (names.has(glob)) continue;
    const beginning = glob.slice(0, -1);
    if (glob.endsWith("*") && PLAIN.test(beginning)) beginnings.push(beginning);
    else {
      const isMatch = picomatch(glob, { dot: true });
      others.push((name) => isMatch(name));
    }
  }
  const matches = (name: string) =>
    names.has(name) ||
    beginnings.some((beginning) => name.startsWith(beginning)) ||
    others.some((isMatch) => isMatch(name));
  return { globs, matches };
}
