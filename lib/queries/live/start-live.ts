import type { QueryClient } from "@tanstack/react-query";
import { followLive } from "./follow-live";
import { tellLive } from "./live-store";
import { pageSession } from "./page-session";

/** Follows the stream of changes while the page is seen, until `signal`. A hidden page hears nothing and asks nothing. */
export function startLive(client: QueryClient, signal: AbortSignal): void {
  const session = pageSession();
  let awake: AbortController | undefined;
  const look = () => {
    if (document.visibilityState === "hidden") {
      tellLive({ type: "hidden" });
      awake?.abort();
      awake = undefined;
    } else if (awake === undefined) {
      tellLive({ type: "shown" });
      awake = new AbortController();
      followLive(client, session, awake.signal);
    }
  };
  look();
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => awake?.abort());
}
