import { cookieHeader, readJson, type Session } from "../testing/session";
import { must } from "./until";

/** The part of the overview's list that tells whether two are the same. */
export type Listed = {
  items: { target: string; name: string; status: string | null; asOf: string | null }[];
  versions: Record<string, number>;
};

/** A change as the stream tells it; what `row` and `set` are is for whoever wants to know. */
export type StreamChange = { target: string; name: string; version: number; row?: object; set?: object };

/** Somebody who has the overview open at one server: its list now and then, and the live stream. */
export class Viewer {
  /** Newest version heard of, by target. */
  readonly versions = new Map<string, number>();
  /** Times the stream ended. */
  ends = 0;
  /** Versions that were not beyond the one before, in words. */
  readonly backwards: string[] = [];
  /** Why the server ended the stream. */
  bye: string | undefined;
  /** Told of every change. */
  onChange: (change: StreamChange) => void = () => undefined;
  #rows = 0;
  readonly #leave = new AbortController();

  constructor(
    private readonly url: string,
    private readonly session: Session,
  ) {}

  /** Opens the stream and reads it to its end. */
  async open(): Promise<void> {
    const response = await fetch(`${this.url}/api/live`, {
      headers: { cookie: cookieHeader(this.session) },
      signal: this.#leave.signal,
    });
    must(response.status === 200, `GET /api/live answered ${response.status}`);
    void this.#read(response).catch(() => undefined);
  }

  /** The list; there are never fewer rows than before. */
  async list(): Promise<Listed> {
    const listed = await readJson<Listed>(this.url, this.session, "/api/pipelines?limit=1000");
    must(listed.items.length >= this.#rows, `${this.#rows} rows became ${listed.items.length}`);
    this.#rows = listed.items.length;
    return listed;
  }

  /** What the page of one pipeline shows. */
  state(target: string, pipeline: string): Promise<object> {
    return readJson(this.url, this.session, `/api/pipelines/${target}/${pipeline}/state`);
  }

  /** Has AWS asked about one pipeline at once. */
  async readNow(target: string, pipeline: string): Promise<void> {
    const response = await fetch(`${this.url}/api/pipelines/${target}/${pipeline}/refresh`, {
      method: "POST",
      headers: { cookie: cookieHeader(this.session), origin: this.url, "x-pipedeck-request": "1" },
    });
    must(response.status === 200, `reading ${target}/${pipeline} now answered ${response.status}`);
  }

  leave(): void {
    this.#leave.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = "";
    try {
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.startsWith("event: change\n")) this.#heard(block);
          if (block.startsWith("event: bye\n")) this.bye = dataOf<{ reason: string }>(block).reason;
        }
      }
    } finally {
      this.ends += 1;
    }
  }

  #heard(block: string): void {
    const change = dataOf<StreamChange>(block);
    const known = this.versions.get(change.target) ?? 0;
    if (change.version <= known)
      this.backwards.push(`${change.target}/${change.name}: ${known} to ${change.version}`);
    this.versions.set(change.target, change.version);
    this.onChange(change);
  }
}

function dataOf<Data>(block: string): Data {
  const data = block.split("\n").find((line) => line.startsWith("data: ")) ?? "";
  return JSON.parse(data.slice(6));
}
