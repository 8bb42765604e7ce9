import "server-only";
import type { Freshness } from "@/lib/domain/freshness";

/** Whoever watches the target while this process only follows. */
export interface Elsewhere {
  /** Somebody looks at the page of a pipeline. */
  look(name: string): void;
  /** An event says that something happened to a pipeline. */
  hint(name: string): void;
  /** Somebody wants a pipeline read at once; resolves when what was read is known here, or nobody answered. */
  readNow(name: string): Promise<void>;
}

/** How a target stands where it is watched. */
export interface OutsideStanding {
  /** Version of its newest change. */
  version: number;
  /** Up to this version, what vanished is no longer known. */
  forgotten?: number;
  freshness: Freshness;
  /** Epoch milliseconds. */
  listReadAtMs: number | null;
  /** Of pipelines that cannot be read though the target can; read by `heardTroubles`. */
  troubles?: object;
}
