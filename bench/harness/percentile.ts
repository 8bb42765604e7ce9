/** The value below which `part` percent of the values lie, by the nearest rank; NaN of none. */
export function percentile(part: number): (values: readonly number[]) => number {
  return (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((part / 100) * sorted.length) - 1)] ?? Number.NaN;
  };
}
