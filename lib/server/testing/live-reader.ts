import "server-only";
import { LiveMessage } from "@/lib/contract/live";

/** A viewer of a live stream. Every message is held to the contract. */
export class LiveReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = "";
  /** All that came, as it came. */
  wire = "";

  constructor(body: ReadableStream<Uint8Array> | null) {
    if (body === null) throw new Error("the reply has no body");
    this.#reader = body.getReader();
  }

  /** The next message; null when the stream has ended. */
  async next(): Promise<LiveMessage | null> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end < 0) {
        const { value, done } = await this.#reader.read();
        if (done) return null;
        const text = this.#decoder.decode(value, { stream: true });
        this.#text += text;
        this.wire += text;
        continue;
      }
      const block = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 2);
      if (!block.startsWith("retry:")) return parse(block);
    }
  }

  /** The next message with this name; those before it are passed over. */
  async until<Event extends LiveMessage["event"]>(
    event: Event,
    fits: (message: Extract<LiveMessage, { event: Event }>) => boolean = () => true,
  ): Promise<Extract<LiveMessage, { event: Event }>> {
    for (;;) {
      const message = await this.next();
      if (message === null) throw new Error(`the stream ended before ${event}`);
      if (isOf(message, event) && fits(message)) return message;
    }
  }

  /** Goes away, as a browser that is closed. */
  leave(): Promise<void> {
    return this.#reader.cancel();
  }
}

function isOf<Event extends LiveMessage["event"]>(
  message: LiveMessage,
  event: Event,
): message is Extract<LiveMessage, { event: Event }> {
  return message.event === event;
}

function parse(block: string): LiveMessage {
  const fields = new Map(
    block.split("\n").map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const id = fields.get("id");
  return LiveMessage.parse({
    event: fields.get("event"),
    ...(id === undefined ? {} : { id }),
    data: JSON.parse(fields.get("data") ?? ""),
  });
}
