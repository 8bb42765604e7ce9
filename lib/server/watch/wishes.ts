import "server-only";
import { z } from "zod";
import { monotonic } from "../clock";
import { newId } from "../new-id";

/** Tells whoever watches a target what somebody at another process wants. */
export const WISHES_CHANNEL = "pipedeck_wishes";
/** Tells that a wish was seen to. */
export const ANSWERS_CHANNEL = "pipedeck_answers";

/** Looks at the same pipeline within this time are one wish: it counts as looked at for longer. */
const LOOK_AGAIN_MS = 4000;
const ANSWER_WITHIN_MS = 15_000;

const Wish = z.object({
  id: z.string(),
  target: z.string(),
  pipeline: z.string(),
  kind: z.enum(["look", "read", "hint"]),
});
/**
 * `look`: somebody looks at the page of a pipeline. `read`: somebody wants it read at once. `hint`: an event says that
 * something happened to it, which nobody answers.
 */
export type Wish = z.infer<typeof Wish>;

const Answer = z.object({ id: z.string(), readAtMs: z.number().nullable() });
type Answer = z.infer<typeof Answer>;

/** What this process wants of those that watch, and who waits for it. */
export class Wishes {
  readonly #waiting = new Map<string, (readAtMs: number | null) => void>();
  readonly #looked = new Map<string, number>();

  /**
   * @param send tells every process; may fail, then nobody hears of the wish
   */
  constructor(private readonly send: (channel: string, payload: string) => Promise<void>) {}

  /**
   * Resolves when the pipeline was read, with when that was, epoch milliseconds; null when nobody answered in 15 s, AWS
   * did not, or the same look was wished a moment ago.
   */
  async ask(target: string, pipeline: string, kind: "look" | "read"): Promise<number | null> {
    if (kind === "look" && this.#isLookedAt(JSON.stringify([target, pipeline]))) return null;
    const id = newId();
    return await new Promise((resolve) => {
      const done = (readAtMs: number | null) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(readAtMs);
      };
      const timer = setTimeout(() => done(null), ANSWER_WITHIN_MS);
      timer.unref();
      this.#waiting.set(id, done);
      const wish: Wish = { id, target, pipeline, kind };
      this.send(WISHES_CHANNEL, JSON.stringify(wish)).catch(() => done(null));
    });
  }

  /** Tells of something that happened to a pipeline. Throws what `send` throws. */
  async hint(target: string, pipeline: string): Promise<void> {
    const wish: Wish = { id: newId(), target, pipeline, kind: "hint" };
    await this.send(WISHES_CHANNEL, JSON.stringify(wish));
  }

  /** Tells that a wish was seen to. */
  async answer(answer: Answer): Promise<void> {
    await this.send(ANSWERS_CHANNEL, JSON.stringify(answer));
  }

  /** Takes an answer to anybody's wish. */
  heard(payload: string): void {
    const answer = parsed(Answer, payload);
    if (answer) this.#waiting.get(answer.id)?.(answer.readAtMs);
  }

  #isLookedAt(key: string): boolean {
    const atMono = monotonic();
    for (const [known, lookedAtMono] of this.#looked)
      if (atMono - lookedAtMono >= LOOK_AGAIN_MS) this.#looked.delete(known);
    if (this.#looked.has(key)) return true;
    this.#looked.set(key, atMono);
    return false;
  }
}

/** A wish as it was sent; undefined for anything else. */
export function toWish(payload: string): Wish | undefined {
  return parsed(Wish, payload);
}

function parsed<Shape>(schema: z.ZodType<Shape>, payload: string): Shape | undefined {
  try {
    return schema.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
