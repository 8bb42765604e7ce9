/** Where a line would have ended had it taken as long as it usually does: an ink tick with a cap. */
export function TimelineMark({ place }: { place: number | undefined }) {
  if (place === undefined) return null;
  return (
    <span
      aria-hidden
      className="absolute top-1/2 h-[18px] w-px -translate-y-1/2 bg-ink before:absolute before:top-0 before:-left-[2.5px] before:border-x-[3px] before:border-t-4 before:border-x-transparent before:border-t-ink"
      style={{ left: `${(place * 100).toFixed(3)}%` }}
    />
  );
}
