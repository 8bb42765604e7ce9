import type { QueryClient } from "@tanstack/react-query";
import { followLive } from "./follow-live";
import { tellLive } from "./live-store";

/** Follows the stream of changes while the page is seen, until `signal`. A hidden page hears nothing and asks nothing. */
export function startLive(client: QueryClient, signal: AbortSignal): void {
  let awake: AbortController | undefined;
  const look = () => {
    if (document.visibilityState === "hidden") {
      tellLive({ type: "hidden" });
      awake?.abort();
      awake = undefined;
    } else if (awake === undefined) {
      tellLive({ type: "shown" });
      awake = new AbortController();
      followLive(client, awake.signal);
    }
  };
  look();
  document.addEventListener("visibilitychange", look);
  signal.addEventListener("abort", () => {
    document.removeEventListener("visibilitychange", look);
    awake?.abort();
  });
}
