import "server-only";
import { withUrgency } from "../aws/urgency";
import { monotonic, now } from "../clock";
import { listTagsForResource } from "../codepipeline/list-tags-for-resource";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { log } from "../log";
import { forgetTags, type KeptTags, keepTags, keptTags } from "../store/pipeline-tags";
import { Signal } from "./signal";

/** Tags change seldom: so old they may get before they are read again. */
const READ_AGAIN_MS = 4 * 3_600_000;
/** What may not be read is tried so often; so many denials one after the other are the target's. */
const DENIED_AGAIN_MS = 1_800_000;
const DENIALS = 3;
/** While nothing is due, and after a failure of AWS or of the store. */
const IDLE_MS = 10_000;
const RETRY_MS = 30_000;
/** Kept at a time: one statement, and not much to read again after the end of the process. */
const MOST_AT_ONCE = 50;

type Known = Pick<KeptTags, "denied" | "readAtMs">;

/**
 * Reads the tags of one target's pipelines with requests that nobody else wants: each once, and again after a few hours.
 * What is read is kept in the store, so that another process, or the next start, does not read it again.
 */
export class TagReads {
  #known: Map<string, Known> | null = null;
  #unkept: KeptTags[] = [];
  #denials = 0;
  #heldUntilMono = Number.NEGATIVE_INFINITY;
  readonly #news = new Signal();
  #running = false;
  /** Nothing is due, or nothing can be read for now. */
  #isResting = false;
  #loop: Promise<void> | null = null;

  /**
   * @param names of the pipelines there are, as far as that is known
   */
  constructor(
    private readonly target: TargetConfig,
    private readonly names: () => readonly string[],
  ) {}

  /** Reads on from what the store knows, until it is stopped. */
  start(): void {
    this.#running = true;
    this.#isResting = false;
    this.#known = null;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
    });
  }

  /** Begins no further read; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#news.notify();
    await this.#loop;
  }

  /** Waits until everything that is due is read and kept, or nothing can be read for now. */
  async settled(): Promise<void> {
    while (this.#running && !this.#isResting) await this.#news.wait(50);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#isResting = false;
      let restMs = 0;
      try {
        this.#known ??= await this.#load();
        const read = await this.#pass(this.#known);
        await this.#keep();
        if (!read) restMs = IDLE_MS;
      } catch (error) {
        log.debug({ err: error, target: this.target.id }, "tags are read on later");
        restMs = RETRY_MS;
      }
      if (restMs === 0) continue;
      this.#isResting = true;
      await this.#news.wait(restMs);
    }
  }

  async #load(): Promise<Map<string, Known>> {
    const kept = await keptTags(this.target.id);
    return new Map(kept.map(({ pipeline, denied, readAtMs }) => [pipeline, { denied, readAtMs }]));
  }

  /** Reads what is due, those never read first. False when nothing was. */
  async #pass(known: Map<string, Known>): Promise<boolean> {
    const names = this.names();
    if (names.length === 0 || monotonic() < this.#heldUntilMono) return false;
    const here = new Set(names);
    const gone = [...known.keys()].filter((name) => !here.has(name));
    if (gone.length > 0) await forgetTags(this.target.id, names);
    for (const name of gone) known.delete(name);
    const due = names.filter((name) => isDue(known.get(name)));
    const oldestFirst = (name: string) => known.get(name)?.readAtMs ?? 0;
    due.sort((a, b) => oldestFirst(a) - oldestFirst(b));
    for (const name of due) {
      if (!this.#running || monotonic() < this.#heldUntilMono) break;
      await this.#read(name, known);
      if (this.#unkept.length >= MOST_AT_ONCE) await this.#keep();
    }
    return due.length > 0;
  }

  /** Throws AwsReadError when AWS has no answer at all. */
  async #read(pipeline: string, known: Map<string, Known>): Promise<void> {
    const readAtMs = now();
    try {
      const tags = await withUrgency("spare", () => listTagsForResource(this.target, pipeline));
      this.#denials = 0;
      this.#note({ pipeline, tags, denied: null, readAtMs }, known);
    } catch (error) {
      if (!(error instanceof AwsReadError)) throw error;
      const { kind, permission, principal } = error.failure;
      if (kind === "not-found") return;
      if (kind !== "denied" || permission === undefined) throw error;
      this.#denials += 1;
      if (this.#denials >= DENIALS) {
        this.#denials = 0;
        this.#heldUntilMono = monotonic() + DENIED_AGAIN_MS;
      }
      this.#note({ pipeline, tags: null, denied: { permission, principal }, readAtMs }, known);
    }
  }

  #note(read: KeptTags, known: Map<string, Known>): void {
    known.set(read.pipeline, { denied: read.denied, readAtMs: read.readAtMs });
    this.#unkept.push(read);
  }

  async #keep(): Promise<void> {
    const batch = this.#unkept;
    this.#unkept = [];
    try {
      await keepTags(this.target.id, batch);
    } catch (error) {
      this.#unkept = [...batch, ...this.#unkept];
      throw error;
    }
  }
}

function isDue(known: Known | undefined): boolean {
  if (known === undefined) return true;
  const ageMs = now() - known.readAtMs;
  return ageMs >= (known.denied === null ? READ_AGAIN_MS : DENIED_AGAIN_MS);
}
