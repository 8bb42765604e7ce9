"use client";

import clsx from "clsx";
import { useLate } from "./use-late";

const WAIT_MS = 400;

/** A still, grey stand-in of the final size, which the class name gives. Invisible for the first 400 ms. */
export function Skeleton({ className, round = false }: { className: string; round?: boolean }) {
  const late = useLate(WAIT_MS);
  return (
    <span
      aria-hidden
      className={clsx("block", round ? "rounded-full" : "rounded-ticket", late && "bg-line", className)}
    />
  );
}
