import { useEffect, useState } from "react";

const SAID_MS = 2000;

/** How a copy went, in words; null once it has been said, and before. */
export type CopyOutcome = "Copied" | "Not copied" | null;

/** Copies a text to the clipboard, and says for two seconds how that went. */
export function useCopied(): { outcome: CopyOutcome; copy: (text: string) => Promise<void> } {
  const [outcome, setOutcome] = useState<CopyOutcome>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("Copied");
    } catch {
      setOutcome("Not copied");
    }
  };
  return { outcome, copy };
}
