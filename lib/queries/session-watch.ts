import type { SessionStanding } from "@/lib/contract/session";
import { watchAttendance } from "./attendance";
import { expectEnd, fetchJson } from "./fetch-json";

/** A session that is about to end: for idleness, or because it has lasted its time. */
export interface SessionEnding {
  why: "idle" | "over";
  leftMs: number;
}

/** Said this long before, which is time enough to come back from the coffee machine. */
const WARN_MS = 120_000;
/** While it is about to end, another page may have kept it alive. */
const LOOK_AGAIN_MS = 15_000;
/** Who is at the page keeps the session alive this often, though the page itself asks for nothing. */
const KEEP_ALIVE_MS = 5 * 60_000;
const RETRY_MS = 60_000;
const CODES = { idle: "SessionIdle", over: "SessionOver" } as const;

/**
 * Follows how long the session still stands until `signal`, tells before it ends, and null when it will not end soon after
 * all. When it has ended, the sign-in page comes, says why, and leads back here.
 */
export function watchSession(signal: AbortSignal, tell: (ending: SessionEnding | null) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: ReturnType<typeof setTimeout> | undefined;
  let ending: SessionEnding["why"] | null = null;

  const look = async () => {
    clearTimeout(timer);
    const nextMs = await lookOnce().catch(() => RETRY_MS);
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(() => void look(), nextMs);
  };
  const lookOnce = async () => {
    const standing = await fetchJson<SessionStanding>("/api/sessions/current", { signal });
    const { endsInMs, idleEndsInMs } = standing;
    const why = endsInMs <= idleEndsInMs ? "over" : "idle";
    const leftMs = Math.min(endsInMs, idleEndsInMs);
    ending = leftMs <= WARN_MS ? why : null;
    expectEnd(ending && CODES[ending]);
    tell(ending && { why: ending, leftMs });
    return ending ? Math.min(LOOK_AGAIN_MS, leftMs + 1000) : leftMs - WARN_MS;
  };
  const rest = () => {
    clearTimeout(kept);
    kept = setTimeout(() => {
      kept = undefined;
    }, KEEP_ALIVE_MS);
  };

  rest();
  watchAttendance(signal, () => {
    if (kept !== undefined && ending !== "idle") return;
    ending = null;
    rest();
    void look();
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    clearTimeout(kept);
  });
  void look();
}
