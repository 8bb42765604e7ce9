import { useEffect, useState } from "react";

/** True once `waitMs` have passed since it was first drawn. */
export function useLate(waitMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), waitMs);
    return () => clearTimeout(timer);
  }, [waitMs]);
  return late;
}
