"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { whenIdle } from "./when-idle";

const RETRY_MS = 15_000;

/** Follows the stream of changes, with code that comes when the page is drawn and has nothing else to do. */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => {
    const here = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      import("@/lib/queries/live/start-live").then(
        ({ startLive }) => {
          if (!here.signal.aborted) startLive(client, here.signal);
        },
        // Without it the page asks again and again, as it did until now.
        () => {
          if (!here.signal.aborted) timer = setTimeout(load, RETRY_MS);
        },
      );
    };
    const cancel = whenIdle(load);
    return () => {
      cancel();
      clearTimeout(timer);
      here.abort();
    };
  }, [client]);
  return null;
}
