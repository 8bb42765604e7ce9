import { describe, expect, test } from "vitest";
import { bridgeEvent } from "./bridge-event-for-tests";
import { EventLog } from "./event-log";

const event = bridgeEvent("e");

function logOf(count: number, kept: number): EventLog {
  const log = new EventLog(kept);
  for (let made = 0; made < count; made += 1) log.append(event);
  return log;
}

describe("EventLog", () => {
  test("keeps the newest, between once and twice as many as it must, with their own numbers", () => {
    for (const count of [0, 1, 9, 10, 19, 20, 21, 997]) {
      const log = logOf(count, 10);
      const seqs = log.after(0).map(({ seq }) => seq);
      expect(log.last).toBe(count);
      expect(seqs.length).toBeGreaterThanOrEqual(Math.min(count, 10));
      expect(seqs.length).toBeLessThan(20);
      expect(seqs).toEqual(seqs.map((_seq, index) => count - seqs.length + index + 1));
    }
  });

  test("tells what came after a number, also when older ones are forgotten", () => {
    const log = logOf(997, 10);
    expect(log.after(995).map(({ seq }) => seq)).toEqual([996, 997]);
    expect(log.after(997)).toEqual([]);
    expect(log.after(5000)).toEqual([]);
    expect(log.after(3)).toEqual(log.after(0));
  });

  test("records nothing while it is off", () => {
    const log = logOf(3, 10);
    log.recording = false;
    log.append(event);
    expect(log.last).toBe(3);
  });
});
