"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Instant } from "@/lib/domain/instant";
import type { WindowSize } from "@/lib/domain/window-size";
import { newQueryClient } from "@/lib/queries/query-client";
import { DrawnAtContext, startServerNow } from "@/lib/queries/server-now";
import { HydrationContext, useHydration } from "@/lib/queries/use-hydrating";
import { LiveUpdates } from "./live-updates";
import { SessionWatch } from "./session-watch";
import { useHeardAddress } from "./use-heard-address";
import { WindowSizeContext } from "./window-size";

export interface ProvidersProps {
  /** The server's now. */
  drawnAt: Instant;
  windowSize: WindowSize;
  children: ReactNode;
}

/** The cache of answers, one for each page load; the server's clock, and the window it draws for. */
export function Providers({ drawnAt, windowSize, children }: ProvidersProps) {
  useHeardAddress();
  const hydration = useHydration();
  const [client] = useState(newQueryClient);
  const [now] = useState(() => startServerNow(drawnAt, hydration.current));
  const [size] = useState(windowSize);
  return (
    <HydrationContext value={hydration}>
      <DrawnAtContext value={now}>
        <WindowSizeContext value={size}>
          <QueryClientProvider client={client}>
            {children}
            <LiveUpdates />
            <SessionWatch />
          </QueryClientProvider>
        </WindowSizeContext>
      </DrawnAtContext>
    </HydrationContext>
  );
}
