import "server-only";
import type { Viewer } from "@/lib/domain/viewer";

/** Who has more bytes than this waiting, and would get more, is cut off, and resumes from where it was. */
export const MOST_QUEUED = 1_000_000;

/** Who listens. */
export interface LiveListener {
  sessionId: string;
  /** Tells the session apart from others, to pages. */
  tag: string;
  viewer: Viewer;
}

/** One stream of one person. */
export class LiveStream {
  /** What the response sends. */
  readonly body: ReadableStream<Uint8Array>;
  /** When the session was last known to stand, monotonic. */
  confirmedMono: number;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  /**
   * @param ended told once, however it ends
   */
  constructor(
    readonly who: LiveListener,
    openedMono: number,
    private readonly ended: (stream: LiveStream) => void,
  ) {
    this.confirmedMono = openedMono;
    this.body = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#end(),
      },
      { highWaterMark: MOST_QUEUED, size: (bytes) => bytes.byteLength },
    );
  }

  /** The bytes may be those that others get as well: what waits is kept once for all of them. */
  send(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (controller === null) return;
    if ((controller.desiredSize ?? 0) < 0) this.cut();
    else controller.enqueue(bytes);
  }

  /** Sends the last bytes and ends. */
  close(bytes: Uint8Array): void {
    this.send(bytes);
    this.end();
  }

  /** Ends where there is nobody left to tell. */
  end(): void {
    this.#controller?.close();
    this.#end();
  }

  /** Ends at once; what still waits for the reader is dropped. */
  cut(): void {
    this.#controller?.error(new Error("the stream was cut off"));
    this.#end();
  }

  #end(): void {
    if (this.#controller === null) return;
    this.#controller = null;
    this.ended(this);
  }
}
