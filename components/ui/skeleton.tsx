"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";

const WAIT_MS = 400;

/** True once 400 ms have passed: what arrives sooner never flashes a skeleton. */
function useLateSkeleton(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** A still, grey stand-in of the final size, which the class name gives. Invisible for the first 400 ms. */
export function Skeleton({ className, round = false }: { className: string; round?: boolean }) {
  const late = useLateSkeleton();
  return (
    <span
      aria-hidden
      className={clsx("block", round ? "rounded-full" : "rounded-ticket", late && "bg-line", className)}
    />
  );
}
