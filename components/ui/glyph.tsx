import clsx from "clsx";

const PATHS = {
  alert: "M8 5v4M8 11.4h.01M8 1.5l6.7 12H1.3z",
  back: "M10 3L5 8l5 5",
  broken: "M.8 8h3.4l1.6-3.4 2.6 6.8L10 8h5.2",
  check: "M3 8.5l3.2 3.2L13 4.8",
  clock: "M8 14.6A6.6 6.6 0 1 0 8 1.4a6.6 6.6 0 0 0 0 13.2zM8 4.6V8l2.4 1.6",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  down: "M4 6.2L8 10l4-3.8",
  external: "M9.5 2.5h4v4M13.5 2.5L8 8M6.5 3.5h-4v10h10v-4",
  filter: "M2 4h12M4.2 8h7.6M6.4 12h3.2",
  list: "M2 3.5h12M2 8h12M2 12.5h12",
  lock: "M3.8 7.2h8.4v6.6H3.8zM5.6 7.2V4.8a2.4 2.4 0 0 1 4.8 0v2.4",
  right: "M6.2 4L10 8l-3.8 4",
  search: "M7 11.8A4.8 4.8 0 1 0 7 2.2a4.8 4.8 0 0 0 0 9.6zM10.6 10.6L14 14",
} as const;

export type GlyphName = keyof typeof PATHS;

/** A line drawing that stands beside words; it says nothing by itself and is hidden from readers. */
export function Glyph({
  name,
  size = 14,
  className,
}: {
  name: GlyphName;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx("block shrink-0", className)}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
