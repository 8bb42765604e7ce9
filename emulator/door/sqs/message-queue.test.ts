import fc from "fast-check";
import { expect, test } from "vitest";
import { bridgeEvent } from "../../engine/bridge-event-for-tests";
import { Random } from "../../engine/random";
import { eventText } from "./event-text";
import { MessageQueue } from "./message-queue";

const MINUTE = 60_000;

function fresh(): MessageQueue {
  return new MessageQueue("queue", new Random(1), 0);
}

test("keeps at most 20,000 messages and forgets the oldest, in flight or not", () => {
  const queue = fresh();
  queue.send(bridgeEvent("first"), 0);
  queue.receive(0, 1, MINUTE);
  for (let count = 0; count < 20_005; count += 1) queue.send(bridgeEvent(String(count)), 1);
  expect(queue.counts(2)).toEqual({ waiting: 20_000, inFlight: 0, delayed: 0 });
  expect(queue.receive(2, 1, MINUTE)[0]?.message.event.id).toBe("5");
});

test("a held event is let go after a minute although none followed", () => {
  const queue = fresh();
  queue.hold(bridgeEvent("late"), 0);
  expect(queue.isHolding).toBe(true);
  expect(queue.nextChangeAt()).toBe(MINUTE);
  expect(queue.receive(MINUTE - 1, 1, MINUTE)).toEqual([]);
  expect(queue.receive(MINUTE, 1, MINUTE)).toHaveLength(1);
});

test("whatever is received, hidden and deleted, no message is handed out while it is hidden or after it was deleted", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("send" as const) }),
    fc.record({
      kind: fc.constant("receive" as const),
      most: fc.integer({ min: 1, max: 10 }),
      hiddenMs: fc.nat(100),
    }),
    fc.record({ kind: fc.constant("delete" as const), which: fc.nat() }),
    fc.record({ kind: fc.constant("pass" as const), ms: fc.nat(60) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const queue = fresh();
      const hiddenUntil = new Map<string, number>();
      const handles = new Map<string, string>();
      const deleted = new Set<string>();
      let now = 0;
      let sent = 0;
      for (const each of steps) {
        if (each.kind === "pass") now += each.ms;
        if (each.kind === "send") {
          queue.send(bridgeEvent(String(sent)), now);
          sent += 1;
        }
        if (each.kind === "receive") {
          for (const { message, handle } of queue.receive(now, each.most, each.hiddenMs)) {
            expect(deleted.has(message.id)).toBe(false);
            expect(hiddenUntil.get(message.id) ?? now).toBeLessThanOrEqual(now);
            hiddenUntil.set(message.id, now + each.hiddenMs);
            handles.set(message.id, handle);
          }
        }
        const [id, handle] =
          [...handles][each.kind === "delete" ? each.which % (handles.size || 1) : -1] ?? [];
        if (id !== undefined && handle !== undefined) {
          expect(queue.delete(handle)).toBe(true);
          deleted.add(id);
        }
      }
      const { waiting, inFlight } = queue.counts(now);
      expect(waiting + inFlight).toBe(sent - deleted.size);
    }),
  );
});

test("the text of an event says the same as the event, whatever its texts", () => {
  const texts = fc.string({ unit: "grapheme" });
  const detail = fc.dictionary(
    texts,
    fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null), fc.array(texts), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(detail, (members) => {
      const whole = { ...bridgeEvent("x"), detail: members };
      expect(JSON.parse(eventText(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
    }),
  );
});
