import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { OutsideStanding } from "./elsewhere";

/** What nobody said anew for so long is not known any more. */
const SILENT_MS = 10_000;

/** How a target stands, as whoever watches it told this process, and until when that may be believed. Times are monotonic. */
export class ToldStanding {
  #standing: OutsideStanding | null = null;
  #sinceMono = Number.NEGATIVE_INFINITY;

  /** From now on another process is to tell; until then it stands as it did. */
  begin(mono: number): void {
    this.#sinceMono = mono;
  }

  tell(standing: OutsideStanding, mono: number): void {
    this.#standing = standing;
    this.#sinceMono = mono;
  }

  /** This process watches by itself. */
  forget(): void {
    this.#standing = null;
  }

  /** Undefined while nobody told. */
  get standing(): OutsideStanding | undefined {
    return this.#standing ?? undefined;
  }

  /**
   * How fresh the target is as far as anybody knows: nobody may watch it where the store is away.
   *
   * @param own as this process knew it when it last watched
   * @param total pipelines of the target
   */
  freshness(own: () => Freshness, total: number, mono: number): Freshness {
    const told = this.#standing?.freshness ?? own();
    return mono - this.#sinceMono > SILENT_MS ? noLongerLive(told, total) : told;
  }
}

/** How fresh a target of so many pipelines is about which nobody hears anything new. */
export function noLongerLive({ asOf }: Freshness, total: number): Freshness {
  return { kind: "catching-up", asOf, read: 0, total };
}
