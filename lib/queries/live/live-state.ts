/**
 * Where this page stands with the stream of changes. Instants are the server's, epoch ms.
 * asleep: the page is hidden and asks for nothing. lost: there was no stream since `since`, `tries` in vain.
 * ended: signed out.
 */
export type LiveState =
  | { kind: "connecting" }
  | { kind: "live" }
  | { kind: "lost"; since: number; tries: number }
  | { kind: "asleep" }
  | { kind: "ended" };

export type LiveAction =
  /** The stream began or goes on, here or in the page that has it for all. */
  | { type: "heard" }
  /** It ended, or did not begin. */
  | { type: "lost"; at: number }
  | { type: "hidden" }
  | { type: "shown" }
  | { type: "signed-out" };

/** A page begins without a stream, and does not call that a loss until it has tried. */
export const NOT_YET: LiveState = { kind: "connecting" };

/** What an event makes of a page's standing; the same object where it stays. */
export function liveReducer(state: LiveState, action: LiveAction): LiveState {
  if (state.kind === "ended") return state;
  switch (action.type) {
    case "heard":
      return state.kind === "live" || state.kind === "asleep" ? state : { kind: "live" };
    case "lost":
      if (state.kind === "asleep") return state;
      return state.kind === "lost"
        ? { ...state, tries: state.tries + 1 }
        : { kind: "lost", since: action.at, tries: 1 };
    case "hidden":
      return state.kind === "asleep" ? state : { kind: "asleep" };
    case "shown":
      return state.kind === "asleep" ? NOT_YET : state;
    case "signed-out":
      return { kind: "ended" };
  }
}
