import "server-only";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { withUrgency } from "../aws/urgency";
import { monotonic, now } from "../clock";
import { type AwsExecutionPage, listExecutionPage } from "../codepipeline/list-pipeline-executions";
import { AwsReadError } from "../codepipeline/read-aws";
import type { HistoryConfig, TargetConfig } from "../config/config";
import { log } from "../log";
import { keepExecutions } from "../store/executions";
import { forgetExecutions } from "../store/forget-executions";
import { type IndexReach, keepReaches, reachesOf } from "../store/indexed-pipelines";
import { afterNewest, afterOlder } from "./index-reach";
import { keptSinceMs } from "./kept-since";
import { OldExecutions } from "./old-executions";
import { RunDetails } from "./run-details";
import { seenExecutions } from "./seen-executions";
import { Signal } from "./signal";
import { toSeenRow } from "./to-seen-row";

/** Pages that wait to be kept; of what comes beyond, the name is remembered and the page read again. */
const MOST_PAGES = 100;
/** Pages of one pipeline in a row: AWS's tokens do not last for ever. */
const PAGES_IN_A_ROW = 50;
/** While there is nothing to do, and after a failure of AWS or of the store. */
const IDLE_MS = 60_000;
const RETRY_MS = 10_000;
const FORGET_EVERY_MS = 6 * 3_600_000;
/** One that may not be listed is left alone for so long. */
const DENIED_MS = 600_000;

/**
 * Keeps the executions of one target as far back as AWS tells: what the watch lists goes in at once, and what is older is read
 * with requests that nobody else wants. How far it came is kept with it, so that another process, or the next start, reads on.
 */
export class HistoryIndex {
  #reaches: Map<string, IndexReach> | null = null;
  readonly #pages = new Map<string, AwsExecutionPage | null>();
  readonly #dirty = new Set<string>();
  readonly #heldUntilMono = new Map<string, number>();
  /** Pipelines of whose executions nothing is missing. */
  readonly #detailed = new Set<string>();
  #details: { pipeline: string; runs: RunDetails } | null = null;
  readonly #old: OldExecutions;
  #isPastsTurn = false;
  readonly #news = new Signal();
  #forgotMono = Number.NEGATIVE_INFINITY;
  #inARow: { pipeline: string; pages: number } | null = null;
  #running = false;
  #loop: Promise<void> | null = null;

  constructor(
    private readonly target: TargetConfig,
    private readonly wanted: () => HistoryConfig,
  ) {
    this.#old = new OldExecutions(target);
  }

  /** Executions of a pipeline that go on behind its newest page. */
  inFlight(pipeline: string): UnplacedExecution[] {
    return this.#old.inFlight(pipeline);
  }

  /** What is kept of an execution behind the newest page does not fit what its pipeline says: AWS is asked. */
  doubt(pipeline: string, execution: UnplacedExecution): void {
    if (this.#running && this.#old.doubt(pipeline, execution)) this.#news.notify();
  }

  /** Reads on from what the store knows, until it is stopped. */
  start(): void {
    this.#running = true;
    this.#reaches = null;
    this.#old.forget();
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
    });
  }

  /** Begins no further read. */
  stop(): void {
    this.#running = false;
    this.#news.notify();
  }

  /** The watch was told the newest page of a pipeline. Costs nothing where that says nothing new. */
  heard(pipeline: string, page: AwsExecutionPage): void {
    if (!this.#running) return;
    this.#old.heardNewest(pipeline, page);
    const known = this.#reaches?.get(pipeline);
    if (known && !this.#pages.has(pipeline)) {
      const { reach, unkept } = afterNewest(known, page, this.#notBeforeMs());
      if (unkept.length === 0 && reach.newestMs === known.newestMs) return;
    }
    const isFull = this.#pages.size >= MOST_PAGES && !this.#pages.has(pipeline);
    this.#pages.set(pipeline, isFull ? null : page);
    this.#news.notify();
  }

  /** Waits until everything that AWS has is kept; with `details`, until it is known how far each came, too. */
  async settled({ details = false } = {}): Promise<void> {
    const isOpen = () =>
      this.#reaches === null ||
      this.#pages.size > 0 ||
      this.#next() !== undefined ||
      (details && this.#reaches.size > this.#detailed.size);
    while (this.#running && isOpen()) await this.#news.wait(50);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      try {
        this.#reaches ??= await reachesOf(this.target.id);
        const worked = await this.#turn();
        await this.#flush();
        await this.#forgetOld();
        // Nothing that was said in the meantime is slept over.
        if (!worked && this.#pages.size === 0) await this.#news.wait(Math.min(IDLE_MS, this.#old.dueInMs));
      } catch (error) {
        log.debug({ err: error, target: this.target.id }, "history is read on later");
        await this.#news.wait(RETRY_MS);
        await this.#pause();
      }
    }
  }

  /** A failure is not tried again at once, however much is heard meanwhile. */
  async #pause(): Promise<void> {
    const until = monotonic() + RETRY_MS;
    while (this.#running && monotonic() < until) await this.#news.wait(until - monotonic());
  }

  async #turn(): Promise<boolean> {
    const heard = this.#pages.entries().next().value;
    if (heard) {
      const [pipeline, page] = heard;
      await this.#takeNewest(pipeline, page ?? (await this.#read(pipeline, undefined)));
      if (this.#pages.get(pipeline) === page) this.#pages.delete(pipeline);
      return true;
    }
    // By turns: neither waits for the other to come to its end.
    this.#isPastsTurn = !this.#isPastsTurn;
    if (this.#isPastsTurn) return (await this.#readPast()) || (await this.#old.turn());
    return (await this.#old.turn()) || (await this.#readPast());
  }

  async #readPast(): Promise<boolean> {
    if (!this.wanted().readPast) return false;
    const next = this.#next();
    if (next === undefined) return this.#readDetails();
    await this.#readOlder(next.pipeline, next.reach);
    return true;
  }

  /** Once all executions are known: who made them, and how far they came. */
  async #readDetails(): Promise<boolean> {
    for (const pipeline of this.#reaches?.keys() ?? []) {
      if (this.#detailed.has(pipeline) || (this.#heldUntilMono.get(pipeline) ?? 0) > monotonic()) continue;
      if (this.#details?.pipeline !== pipeline)
        this.#details = { pipeline, runs: new RunDetails(this.target, pipeline) };
      const { runs } = this.#details;
      const worked = await this.#ownFailure(pipeline, () => runs.turn());
      // Where AWS forgot the way, or will not tell, another turn begins anew later.
      if (worked === true) return true;
      if (worked === false) this.#detailed.add(pipeline);
      this.#details = null;
    }
    return false;
  }

  async #takeNewest(pipeline: string, page: AwsExecutionPage | undefined): Promise<void> {
    if (!page) return;
    const { reach, unkept } = afterNewest(this.#reaches?.get(pipeline), page, this.#notBeforeMs());
    this.#detailed.delete(pipeline);
    await this.#keep(pipeline, { items: [...unkept] });
    this.#note(pipeline, reach);
  }

  async #readOlder(pipeline: string, reach: IndexReach): Promise<void> {
    const page = await this.#read(pipeline, reach.nextToken ?? undefined);
    if (!page) return;
    await this.#keep(pipeline, page);
    this.#old.heardOlder(page);
    this.#note(pipeline, afterOlder(reach, page, this.#notBeforeMs()));
    const before = this.#inARow?.pipeline === pipeline ? this.#inARow.pages : 0;
    this.#inARow = { pipeline, pages: before + 1 };
  }

  async #read(pipeline: string, token: string | undefined): Promise<AwsExecutionPage | undefined> {
    return this.#ownFailure(pipeline, async () => {
      try {
        return await withUrgency("spare", () => listExecutionPage(this.target, pipeline, token));
      } catch (error) {
        const isLost = error instanceof AwsReadError && error.failure.code === "InvalidNextTokenException";
        if (!isLost || token === undefined) throw error;
        // AWS forgot the way: it is begun anew with the newest page.
        this.#reaches?.delete(pipeline);
        this.#pages.set(pipeline, null);
        return undefined;
      }
    });
  }

  /** Undefined when AWS has no answer for this pipeline alone. Throws AwsReadError when it has none at all. */
  async #ownFailure<Answer>(pipeline: string, read: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AwsReadError)) throw error;
      const { kind, code, permission } = error.failure;
      const isLost = code === "InvalidNextTokenException";
      const isItsOwn = isLost || kind === "not-found" || (kind === "denied" && permission !== undefined);
      if (!isItsOwn) throw error;
      if (code === "PipelineNotFoundException") this.#deleted(pipeline);
      this.#heldUntilMono.set(pipeline, monotonic() + DENIED_MS);
      this.#pages.delete(pipeline);
      return undefined;
    }
  }

  /** AWS has forgotten its executions with it: what is kept is all there is. */
  #deleted(pipeline: string): void {
    const reach = this.#reaches?.get(pipeline);
    if (reach && !reach.complete) this.#note(pipeline, { ...reach, nextToken: null, complete: true });
    this.#detailed.add(pipeline);
  }

  async #keep(pipeline: string, page: AwsExecutionPage): Promise<void> {
    const place = { target: this.target.id, pipeline };
    await keepExecutions(page.items.flatMap((aws) => toSeenRow(place, aws) ?? []));
  }

  #note(pipeline: string, reach: IndexReach): void {
    this.#reaches?.set(pipeline, reach);
    this.#dirty.add(pipeline);
  }

  /** How far it came is said only after what was heard on the way is kept. */
  async #flush(): Promise<void> {
    if (this.#dirty.size === 0) return;
    await seenExecutions().settled();
    if (!seenExecutions().isWritten) return;
    const names = [...this.#dirty];
    const reaches = names.flatMap((name) => {
      const reach = this.#reaches?.get(name);
      return reach ? [[name, reach] as const] : [];
    });
    await keepReaches(this.target.id, new Map(reaches));
    for (const name of names) this.#dirty.delete(name);
    this.#news.notify();
  }

  /** What is older than it is to be kept goes, a few at a time. */
  async #forgetOld(): Promise<void> {
    if (monotonic() - this.#forgotMono < FORGET_EVERY_MS) return;
    this.#forgotMono = monotonic();
    const cutoffMs = this.#notBeforeMs();
    for (const [pipeline, reach] of this.#reaches ?? []) {
      await forgetExecutions({ target: this.target.id, pipeline }, cutoffMs, () => this.#running);
      if (reach.backToMs !== null && reach.backToMs < cutoffMs)
        this.#note(pipeline, { ...reach, backToMs: cutoffMs, complete: true });
    }
  }

  /** The pipeline to go on with: the same for a while, then the one that is known least far back. */
  #next(): { pipeline: string; reach: IndexReach } | undefined {
    const mono = monotonic();
    const isOpen = (pipeline: string, { complete }: IndexReach) =>
      !complete && (this.#heldUntilMono.get(pipeline) ?? 0) <= mono;
    const { pipeline: last, pages } = this.#inARow ?? { pipeline: "", pages: PAGES_IN_A_ROW };
    const same = pages < PAGES_IN_A_ROW ? this.#reaches?.get(last) : undefined;
    if (same && isOpen(last, same)) return { pipeline: last, reach: same };
    const newest = (reach: IndexReach) => reach.backToMs ?? Number.POSITIVE_INFINITY;
    let chosen: { pipeline: string; reach: IndexReach } | undefined;
    for (const [pipeline, reach] of this.#reaches ?? [])
      if (isOpen(pipeline, reach) && (chosen === undefined || newest(reach) > newest(chosen.reach)))
        chosen = { pipeline, reach };
    return chosen;
  }

  #notBeforeMs(): number {
    return keptSinceMs(this.wanted().keepMonths, now());
  }
}
