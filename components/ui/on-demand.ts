import { type ComponentType, useEffect, useSyncExternalStore } from "react";

/** Where the code of a part stands. `failed` stays while it is asked for once more. */
export interface Arrival<Props> {
  Part?: ComponentType<Props>;
  coming: boolean;
  failed: boolean;
}

/** A part of a page whose code is no part of the first load. */
export interface OnDemand<Props> {
  /** Asks for the code, unless it is here or on its way. */
  ask: () => void;
  /** For whatever opens the part: the code comes as soon as somebody is about to press. */
  intent: { onPointerEnter: () => void; onFocus: () => void };
  arrival: () => Arrival<Props>;
  subscribe: (listener: () => void) => () => void;
}

const ABSENT = { coming: false, failed: false };

/**
 * Names a part that `load` brings. Unlike `React.lazy` it can be asked for again after it did not come, since a network
 * that was gone may be back.
 */
export function onDemand<Props>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let arrival: Arrival<Props> = ABSENT;
  const listeners = new Set<() => void>();
  const become = (next: Arrival<Props>) => {
    arrival = next;
    for (const listener of listeners) listener();
  };
  const ask = () => {
    if (arrival.coming || arrival.Part !== undefined) return;
    become({ coming: true, failed: arrival.failed });
    load().then(
      (Part) => become({ Part, coming: false, failed: false }),
      () => become({ coming: false, failed: true }),
    );
  };
  return {
    ask,
    intent: { onPointerEnter: ask, onFocus: ask },
    arrival: () => arrival,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Asks for the part as soon as `wanted`, and tells where it stands. */
export function useOnDemand<Props>(part: OnDemand<Props>, wanted = true): Arrival<Props> {
  useEffect(() => {
    if (wanted) part.ask();
  }, [part, wanted]);
  return useSyncExternalStore(part.subscribe, part.arrival, () => ABSENT);
}
