/** Percentages 2 to 98 in steps of 2, for what should be seen to move. */
export const FINE_STEPS: readonly number[] = Array.from({ length: 49 }, (_none, index) => (index + 1) * 2);
