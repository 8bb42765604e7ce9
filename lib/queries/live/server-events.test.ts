import fc from "fast-check";
import { expect, test } from "vitest";
import { type ServerEvent, serverEvents } from "./server-events";

/** Reads a text that arrives in pieces of these lengths, in bytes. */
async function read(text: string, pieces: readonly number[]): Promise<ServerEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let at = 0;
      for (const piece of [...pieces, bytes.length]) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + piece));
        at += piece;
      }
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of serverEvents(body)) events.push(event);
  return events;
}

test("events come out as they were written, wherever the bytes were cut", async () => {
  const words = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => JSON.stringify(text));
  const events = fc.array(fc.record({ event: fc.constantFrom("hello", "change", "bye"), data: words }), {
    maxLength: 6,
  });
  const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(events, pieces, async (wanted, cut) => {
      const text = wanted.map(({ event, data }) => `id: prod.1\nevent: ${event}\ndata: ${data}\n\n`).join("");
      expect(await read(`retry: 2000\n\n${text}`, cut)).toEqual(wanted);
    }),
  );
});

test("comments are no events, lines of data are one text, and what is cut off is none", async () => {
  const text = ': still there\n\nevent: beat\ndata: {\ndata: "now":1}\n\nevent: change\ndata: {"half';
  expect(await read(text, [])).toEqual([{ event: "beat", data: '{\n"now":1}' }]);
});
