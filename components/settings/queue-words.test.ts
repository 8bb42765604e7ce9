import { expect, test } from "vitest";
import type { EventQueueHealth } from "@/lib/contract/target";
import { countedEventWords, newestEventWords, queueWords } from "./queue-words";

const NOW = Date.parse("2026-11-21T03:12:10.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const healthy: EventQueueHealth = {
  reliable: true,
  answeredAt: at(-3),
  newestEventAt: at(-22),
  lagMs: 1400,
  events: 214,
  repeated: 0,
  unreadable: 0,
};

const cases: [string, EventQueueHealth | undefined, string, string][] = [
  ["without a queue", undefined, "No queue", "neutral"],
  ["relied on", healthy, "Reliable", "good"],
  ["before its first answer", { ...healthy, answeredAt: null }, "Waiting for the queue", "neutral"],
  ["before an event", { ...healthy, reliable: false, newestEventAt: null }, "No event yet", "neutral"],
  ["with events that miss changes", { ...healthy, reliable: false }, "Not relied on", "wait"],
  ["long silent, whatever was believed", { ...healthy, answeredAt: at(-61) }, "Queue is silent", "wait"],
  ["whose events stay in the queue", { ...healthy, notDeleted: "reset" }, "Events come again", "wait"],
  ["in trouble, whatever else", { ...healthy, trouble: "reset" }, "Queue cannot be read", "bad"],
];
test.each(cases)("a target %s has its own words", (_, queue, head, tone) => {
  expect(queueWords(queue, NOW)).toMatchObject({ head, tone });
});

test("what AWS says at length about a permission is the permission; the rest stays as it is", () => {
  const denied =
    "AccessDenied: User: arn:aws:sts::1:assumed-role/r/p is not authorized to perform: sqs:ReceiveMessage on resource: q";
  expect(queueWords({ ...healthy, trouble: denied }, NOW).why).toBe("the role lacks sqs:ReceiveMessage");
  expect(queueWords({ ...healthy, trouble: "ETIMEDOUT: x" }, NOW).why).toBe("ETIMEDOUT: x");
});

test("whatever AWS calls it, what the role lacks to delete events is one permission", () => {
  const denied = "AccessDenied: User: arn:x is not authorized to perform: sqs:deletemessage on resource: q";
  const words = [denied, "ETIMEDOUT: x"].map((notDeleted) => queueWords({ ...healthy, notDeleted }, NOW).why);
  expect(words).toEqual(["the role lacks sqs:DeleteMessage", "ETIMEDOUT: x"]);
});

test("the newest event tells its age and how long it took, and nothing before there is one", () => {
  expect(newestEventWords(healthy, NOW)).toBe("newest 22 s ago, took 1 s");
  expect(newestEventWords({ ...healthy, lagMs: 900 }, NOW)).toBe("newest 22 s ago, took under 1 s");
  expect(newestEventWords({ ...healthy, newestEventAt: null, lagMs: null }, NOW)).toBeNull();
  expect(newestEventWords(undefined, NOW)).toBeNull();
});

test("events are counted with what of them was no use", () => {
  expect(countedEventWords(healthy)).toBe("214 events");
  expect(countedEventWords({ ...healthy, events: 1, repeated: 2, unreadable: 3 })).toBe(
    "1 event, 2 repeated, 3 unreadable",
  );
  expect(countedEventWords({ ...healthy, events: 0 })).toBeNull();
});
