import type { DESTINATIONS } from "./destinations";

const LINES: Readonly<Record<(typeof DESTINATIONS)[number]["href"], string>> = {
  "/": "M3 5h14M3 10h14M3 15h14",
  "/inbox": "M2.5 11.5 5 4h10l2.5 7.5V16h-15zM2.5 11.5H7a3 3 0 0 0 6 0h4.5",
  "/revisions": "M10 18s6-5 6-9.5a6 6 0 0 0-12 0C4 13 10 18 10 18zM8 8.5h4",
  "/activity": "M2 10h4l3-7 3 14 2.5-7H18",
  "/settings": "M3 6h14M7 3.5v5M3 14h14M13 11.5v5",
};

/** Stands above the name of a page on a phone. The server draws it: it is in no script. */
export function DestinationIcon({ href }: Pick<(typeof DESTINATIONS)[number], "href">) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      className="sm:hidden"
    >
      <path d={LINES[href]} />
    </svg>
  );
}
