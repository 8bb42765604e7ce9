import "server-only";

declare global {
  /** On globalThis, because Next bundles routes and instrumentation apart: what a watch finds, a route sends. */
  var pipedeckKeptJson: WeakMap<object, Buffer | null> | undefined;
}

globalThis.pipedeckKeptJson ??= new WeakMap();
/** The JSON of each value that never changes; null until a reply first holds it. */
const kept = globalThis.pipedeckKeptJson;

/**
 * Says that a plain object or list will never change again, nor anything in it, so that its JSON is made once however
 * many replies hold it. The value itself is frozen; what it holds must be left alone as well.
 */
export function unchanging<T extends object>(value: T): T {
  if (!kept.has(value)) kept.set(Object.freeze(value), null);
  return value;
}

/**
 * A reply as JSON in UTF-8, the same bytes as of `JSON.stringify`. Members of it that are `unchanging`, and such
 * elements of lists that are its members, are copied from what was made before.
 */
export function jsonBytes(reply: unknown): Buffer<ArrayBuffer> {
  if (!isPlain(reply)) return Buffer.from(JSON.stringify(reply));
  const pieces = new Pieces();
  let before = "{";
  for (const [key, value] of Object.entries(reply)) {
    if (!isWritten(value)) continue;
    pieces.text(`${before}${JSON.stringify(key)}:`);
    if (Array.isArray(value) && !isKept(value)) pieces.list(value);
    else pieces.value(value);
    before = ",";
  }
  pieces.text(before === "{" ? "{}" : "}");
  return pieces.joined();
}

class Pieces {
  readonly #buffers: Buffer[] = [];
  #text = "";

  text(text: string): void {
    this.#text += text;
  }

  value(value: unknown): void {
    const bytes = keptBytes(value);
    // What is not written in an object is null in a list.
    if (bytes === undefined) this.text(isWritten(value) ? JSON.stringify(value) : "null");
    else this.#buffers.push(this.#flushed(), bytes);
  }

  list(values: readonly unknown[]): void {
    if (!values.some(isKept)) {
      this.text(JSON.stringify(values));
      return;
    }
    let before = "[";
    for (const value of values) {
      this.text(before);
      this.value(value);
      before = ",";
    }
    this.text("]");
  }

  joined(): Buffer<ArrayBuffer> {
    return Buffer.concat([...this.#buffers, this.#flushed()]);
  }

  #flushed(): Buffer {
    const bytes = Buffer.from(this.#text);
    this.#text = "";
    return bytes;
  }
}

function keptBytes(value: unknown): Buffer | undefined {
  if (!isKept(value)) return undefined;
  const known = kept.get(value);
  if (known) return known;
  const bytes = Buffer.from(JSON.stringify(value));
  kept.set(value, bytes);
  return bytes;
}

function isKept(value: unknown): value is object {
  return typeof value === "object" && value !== null && kept.has(value);
}

function isWritten(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !("toJSON" in value)
  );
}
