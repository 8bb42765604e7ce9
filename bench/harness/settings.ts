/** `quick` in the arguments: few rounds, to see that a bench works. Its figures count for nothing. */
export function isQuick(argv: readonly string[] = process.argv): boolean {
  return argv.slice(2).includes("quick");
}

/** How often, or how long, by whether the run is quick. */
export function quickOr(quick: number, full: number): number {
  return isQuick() ? quick : full;
}
