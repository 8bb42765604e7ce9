/** The mark: a station and a train leaving it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 22 12" width={22} height={12} fill="none" className={className}>
      <circle cx="5" cy="6" r="3.6" stroke="currentColor" strokeWidth="2.2" />
      <path d="M8.6 6H13" stroke="currentColor" strokeWidth="2.2" />
      <path d="M12 1.2h4.8L21.4 6l-4.6 4.8H12z" fill="currentColor" />
    </svg>
  );
}
