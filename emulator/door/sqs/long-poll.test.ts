import { afterEach, describe, expect, test } from "vitest";
import type { EmulatorOptions } from "../emulator-options";
import { control } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";
import { createWaitingPipeline, QueueForTests } from "./queue-for-tests";

const LONG = { WaitTimeSeconds: 20, MaxNumberOfMessages: 10 };
let emulator: RunningEmulator;

afterEach(() => emulator.close());

async function start(options: Partial<EmulatorOptions>): Promise<QueueForTests> {
  emulator = await startEmulator({ port: 0, world: "empty", ...options });
  return new QueueForTests(emulator.url);
}

/** Resolves when the emulator has let in so many requests of SQS, the waiting ones too. */
async function whenWaiting(queue: QueueForTests): Promise<void> {
  // A request that is answered after the long poll came in proves that it did: one connection each, one order.
  await queue.attributes("QueueArn");
  await queue.attributes("QueueArn");
}

describe("under the manual clock a long poll", () => {
  test("is answered by the next event", async () => {
    const queue = await start({ clock: "manual" });
    const waiting = queue.receive(LONG);
    await whenWaiting(queue);
    await createWaitingPipeline(emulator.url);
    expect(await waiting).not.toHaveLength(0);
  });

  test("is answered without messages once the clock has moved past it, not before", async () => {
    const queue = await start({ clock: "manual" });
    let answered = false;
    const waiting = queue.receive(LONG).then((messages) => {
      answered = true;
      return messages;
    });
    await whenWaiting(queue);
    await control(emulator.url, "POST", "/clock", { advanceMs: 19_999 });
    await whenWaiting(queue);
    expect(answered).toBe(false);
    await control(emulator.url, "POST", "/clock", { advanceMs: 20_000 });
    expect(await waiting).toEqual([]);
  });

  test("gets a message that comes back into sight when the clock moves", async () => {
    const queue = await start({ clock: "manual" });
    await createWaitingPipeline(emulator.url);
    await queue.receive({ MaxNumberOfMessages: 10, VisibilityTimeout: 10 });
    const waiting = queue.receive(LONG);
    await whenWaiting(queue);
    await control(emulator.url, "POST", "/clock", { advanceMs: 10_000 });
    expect(await waiting).toHaveLength(7);
  });

  test("leaves a message to one of two readers", async () => {
    const queue = await start({ clock: "manual" });
    const both = [queue.receive({ WaitTimeSeconds: 20 }), queue.receive({ WaitTimeSeconds: 20 })];
    await whenWaiting(queue);
    await createWaitingPipeline(emulator.url);
    const ids = (await Promise.all(both)).map((messages) => messages.map(({ MessageId }) => MessageId));
    expect(new Set(ids.flat()).size).toBe(2);
  });

  test("takes nothing when its client has gone", async () => {
    const queue = await start({ clock: "manual" });
    const leaving = new AbortController();
    const waiting = queue.receive(LONG, leaving.signal);
    await whenWaiting(queue);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
    // The journal shows the request once the emulator has seen its client go.
    await expect
      .poll(async () => {
        const { body } = await control(emulator.url, "GET", "/journal");
        return (body.items as { operation: string }[]).filter(
          ({ operation }) => operation === "ReceiveMessage",
        );
      })
      .toHaveLength(1);
    await createWaitingPipeline(emulator.url);
    expect(await queue.drain()).toHaveLength(7);
  });

  test("is answered at once by a reset of the world", async () => {
    const queue = await start({ clock: "manual" });
    const waiting = queue.receive(LONG);
    await whenWaiting(queue);
    await control(emulator.url, "POST", "/reset", {});
    expect(await waiting).toEqual([]);
  });

  test("does not keep the emulator from ending", async () => {
    const queue = await start({ clock: "manual" });
    const waiting = queue.receive(LONG);
    waiting.catch(() => undefined);
    await whenWaiting(queue);
    await emulator.close();
    await expect(waiting).rejects.toThrow();
  });
});

describe("under the real clock a long poll", () => {
  test("sees what happens by itself while it waits", async () => {
    const queue = await start({ clock: "real", speed: 1000 });
    await createWaitingPipeline(emulator.url);
    await queue.drain();
    // The approval times out after a week, which 100,000 days a day bring about in seconds.
    const waiting = queue.receive(LONG);
    await whenWaiting(queue);
    await control(emulator.url, "POST", "/clock", { speed: 1_000_000 });
    expect(await waiting).not.toHaveLength(0);
  });

  test("gets a message that comes back into sight after a second of wall time", async () => {
    const queue = await start({ clock: "real", speed: 1 });
    await createWaitingPipeline(emulator.url);
    const first = await queue.receive({ MaxNumberOfMessages: 10, VisibilityTimeout: 1 });
    const again = await queue.receive(LONG);
    expect(again.map(({ MessageId }) => MessageId)).toEqual(first.map(({ MessageId }) => MessageId));
  });

  test("ends after its seconds of wall time, whatever the speed", async () => {
    const queue = await start({ clock: "real", speed: 1000 });
    const startedAt = performance.now();
    expect(await queue.receive({ WaitTimeSeconds: 1 })).toEqual([]);
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  test("messages are sent when the event happened, never in the future", async () => {
    const queue = await start({ clock: "real", speed: 1 });
    const before = Date.now();
    await createWaitingPipeline(emulator.url);
    const messages = await queue.receive({ MaxNumberOfMessages: 10, AttributeNames: ["SentTimestamp"] });
    const sent = messages.map(({ Attributes }) => Number(Attributes?.SentTimestamp));
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(before);
    expect(Math.max(...sent)).toBeLessThanOrEqual(Date.now());
  });
});
