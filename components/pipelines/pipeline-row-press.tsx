import Link from "next/link";
import type { RowPress } from "./row-press";

/** The way from a row to the decision its pipeline waits for, above the row's own link. */
export function PipelineRowPress({ press, of }: { press: RowPress; of: string }) {
  return (
    <Link
      href={press.href}
      prefetch={false}
      aria-label={`${press.label} ${of}`}
      className="thumb relative z-10 shrink-0 rounded-ticket px-1 text-secondary font-medium text-accent hover:bg-accent-tint hover:underline"
    >
      {press.label}
    </Link>
  );
}
