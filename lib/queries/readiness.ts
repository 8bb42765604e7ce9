import { useEffect, useState } from "react";

const ASK_EVERY_MS = 3000;

/** Whether the server can draw pages. not-ready: something it needs is away. silent: it does not answer itself. */
export type Readiness = "ready" | "not-ready" | "silent";

/**
 * GET /api/ready, again and again while it does not say yes; undefined until it was asked once. `onBack` hears of a yes
 * that comes after something else. Needs nothing of what surrounds pages: it is for when they are broken.
 */
export function useReadiness(onBack: () => void): Readiness | undefined {
  const [readiness, setReadiness] = useState<Readiness>();
  useEffect(() => {
    if (readiness === "ready") return;
    let left = false;
    const ask = async () => {
      const next = await readReadiness();
      if (left) return;
      if (next === "ready" && readiness !== undefined) onBack();
      setReadiness(next);
      if (next === readiness) timer = setTimeout(ask, ASK_EVERY_MS);
    };
    let timer = setTimeout(ask, readiness === undefined ? 0 : ASK_EVERY_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [readiness, onBack]);
  return readiness;
}

async function readReadiness(): Promise<Readiness> {
  try {
    const { ok } = await fetch("/api/ready", { cache: "no-store" });
    return ok ? "ready" : "not-ready";
  } catch {
    return "silent";
  }
}
