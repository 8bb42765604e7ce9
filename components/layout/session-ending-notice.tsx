"use client";

import { useEffect, useState } from "react";
import { Glyph } from "@/components/ui/glyph";
import { type SessionEnding, watchSession } from "@/lib/queries/session-watch";

const TICK_MS = 1000;

/** Says before the session ends why it will, and what keeps it. */
export function SessionEndingNotice() {
  const [ending, setEnding] = useState<SessionEnding | null>(null);
  useEffect(() => {
    const here = new AbortController();
    watchSession(here.signal, setEnding);
    return () => here.abort();
  }, []);
  useEffect(() => {
    if (ending === null) return;
    const timer = setTimeout(
      () => setEnding({ ...ending, leftMs: Math.max(0, ending.leftMs - TICK_MS) }),
      TICK_MS,
    );
    return () => clearTimeout(timer);
  }, [ending]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-over-tabs z-50 flex justify-center px-4"
    >
      {ending !== null && (
        <p className="pointer-events-auto flex max-w-[560px] gap-2 rounded-card border border-wait-edge bg-wait-tint px-3 py-2.5 text-wait shadow-lg">
          <Glyph name="clock" className="mt-[3px]" />
          <span>
            <strong className="font-semibold">
              You will be signed out in <span className="num">{clock(ending.leftMs)}</span>.
            </strong>{" "}
            {ending.why === "idle"
              ? "Nothing was done here for a while. Move the pointer or press a key to stay; otherwise signing in again leads back here."
              : "A session lasts 12 hours. Signing in again leads back here."}
          </span>
        </p>
      )}
    </div>
  );
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
