/** Why a button is off, where a thumb finds no tooltip; the button itself says it to screen readers. */
export function WhyOff({ why }: { why?: string }) {
  return (
    why !== undefined && (
      <span aria-hidden className="!flex-auto basis-full text-secondary text-ink-3">
        {why}
      </span>
    )
  );
}
