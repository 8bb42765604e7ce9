import "server-only";
import { monotonic } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";

/** How long an older page is taken as it was read: what it holds has ended, and is retried only now and then. */
const OLDER_LIMIT_MS = 60_000;

/** One page of a list of AWS that comes newest first. */
export interface HistoryPage<Item> {
  items: readonly Item[];
  nextToken?: string;
}

/** How a list is read, and what tells its items apart. */
export interface HistorySource<Item> {
  page: (token: string | undefined) => Promise<HistoryPage<Item>>;
  idOf: (item: Item) => string;
  /** Epoch milliseconds; orders the list. */
  startMsOf: (item: Item) => number;
}

interface ReadPage {
  token: string | undefined;
  ids: Set<string>;
  readMono: number;
}

/**
 * A list of AWS as far back as anybody has looked, read once for all who look. AWS's tokens lead to older pages; every
 * item has one place by its start, whichever page it came with, so that none is lost or doubled while new ones come.
 */
export class PagedHistory<Item> {
  #items: Item[] = [];
  #pages: ReadPage[] = [];
  #nextToken: string | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: HistorySource<Item>) {}

  /** Newest first, without gaps from the newest to the oldest read. */
  get items(): readonly Item[] {
    return this.#items;
  }

  /** Whether AWS has none older than `items`. */
  get complete(): boolean {
    return this.#pages.length > 0 && this.#nextToken === undefined;
  }

  /** Reads the newest page. Throws AwsReadError. */
  readNewest(): Promise<void> {
    return this.#inTurn(async () => this.#takeNewest(await this.source.page(undefined)));
  }

  /** Reads the page behind the oldest item, unless more than `known` items are there by now. Throws AwsReadError. */
  readOlder(known: number): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#items.length > known || this.complete) return;
      const token = this.#nextToken;
      const page = await this.#read(token);
      if (page) this.#take({ ...page, items: this.#notNewer(page.items) }, token);
    });
  }

  /** Reads again those older pages that hold any of these items and were read more than a minute ago. Throws AwsReadError. */
  refresh(ids: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const old = this.#pages.filter(
        (page) =>
          page.token !== undefined &&
          monotonic() - page.readMono > OLDER_LIMIT_MS &&
          ids.some((id) => page.ids.has(id)),
      );
      for (const page of old) {
        const fresh = await this.#read(page.token);
        if (!fresh) return;
        this.#merge(this.#notNewer(fresh.items));
        page.readMono = monotonic();
      }
    });
  }

  /** One read at a time: whoever comes second finds what the first has read. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Undefined when AWS no longer takes the token: then the list is read from its newest page on. */
  async #read(token: string | undefined): Promise<HistoryPage<Item> | undefined> {
    try {
      return await this.source.page(token);
    } catch (error) {
      if (!(error instanceof AwsReadError) || error.failure.code !== "InvalidNextTokenException") throw error;
      this.#takeAll(await this.source.page(undefined));
      return undefined;
    }
  }

  #takeNewest(page: HistoryPage<Item>): void {
    const [first, ...older] = this.#pages;
    const ids = this.#idsOf(page.items);
    const known = new Set(this.#items.map(this.source.idOf));
    // More have come than a page holds: what lies between is not known. Or the list is another one by now.
    if (!first || ![...ids].some((id) => known.has(id)) || this.#hasLost(page)) {
      this.#takeAll(page);
      return;
    }
    this.#merge(page.items);
    const fallen = new Set([...first.ids].filter((id) => !ids.has(id)));
    const behind = { token: page.nextToken, ids: fallen, readMono: first.readMono };
    this.#pages = [
      { token: undefined, ids, readMono: monotonic() },
      ...(fallen.size > 0 && page.nextToken !== undefined ? [behind] : []),
      ...older,
    ];
  }

  /**
   * Whether AWS no longer names something that has to be on its newest page: the pipeline was deleted and made again.
   * A page whose order is not by start tells nothing of that.
   */
  #hasLost({ items, nextToken }: HistoryPage<Item>): boolean {
    const ids = this.#idsOf(items);
    if (nextToken === undefined) return this.#items.some((item) => !ids.has(this.source.idOf(item)));
    const starts = items.map(this.source.startMsOf);
    const [oldest] = starts.slice(-1);
    if (oldest === undefined || starts.some((start, index) => start > (starts[index - 1] ?? start)))
      return false;
    return this.#items.some(
      (item) => this.source.startMsOf(item) > oldest && !ids.has(this.source.idOf(item)),
    );
  }

  #takeAll(page: HistoryPage<Item>): void {
    this.#items = [];
    this.#pages = [];
    this.#take(page, undefined);
  }

  #take(page: HistoryPage<Item>, token: string | undefined): void {
    this.#merge(page.items);
    this.#pages.push({ token, ids: this.#idsOf(page.items), readMono: monotonic() });
    this.#nextToken = page.nextToken;
  }

  /** A token that counts from the newest leads, once new ones have come, to some of them: the newest page brings those. */
  #notNewer(items: readonly Item[]): Item[] {
    const [newest] = this.#items;
    if (newest === undefined) return [...items];
    return items.filter((item) => this.source.startMsOf(item) <= this.source.startMsOf(newest));
  }

  #merge(fresh: readonly Item[]): void {
    const byId = new Map(this.#items.map((item) => [this.source.idOf(item), item]));
    for (const item of fresh) byId.set(this.source.idOf(item), item);
    this.#items = [...byId.values()].sort((a, b) => this.source.startMsOf(b) - this.source.startMsOf(a));
  }

  #idsOf(items: readonly Item[]): Set<string> {
    return new Set(items.map(this.source.idOf));
  }
}
