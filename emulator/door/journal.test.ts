import { describe, expect, it } from "vitest";
import { Journal } from "./journal";

const caller = { account: "111122223333", arn: "arn:aws:iam::111122223333:user/emulator", userId: "U" };

function filled(count: number, bytes: number): Journal {
  const journal = new Journal();
  for (let seq = 1; seq <= count; seq += 1) {
    journal.append({
      at: 1_763_629_200_000,
      operation: "ListPipelines",
      caller,
      region: "eu-west-1",
      input: {},
      bytes,
      outcome: "ok",
      requestId: String(seq),
    });
  }
  return journal;
}

describe("Journal", () => {
  it("keeps the newest 20,000 requests at least", () => {
    const journal = filled(50_000, 100);
    const kept = journal.after(0);
    expect(kept.length).toBeGreaterThanOrEqual(20_000);
    expect(kept.length).toBeLessThanOrEqual(40_000);
    expect(kept.at(-1)).toMatchObject({ seq: 50_000, requestId: "50000" });
    expect(kept[0]).toMatchObject({ seq: 50_001 - kept.length });
    expect(journal.after(49_999)).toHaveLength(1);
  });

  it("keeps no more than 64 MB of bodies, however large they are", () => {
    const megabyte = 1024 * 1024;
    const journal = filled(1000, megabyte);
    const kept = journal.after(0);
    expect(kept.length).toBeGreaterThanOrEqual(32);
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.at(-1)?.seq).toBe(1000);
    expect(journal.last).toBe(1000);
    expect(filled(3, 100 * megabyte).after(0)).toHaveLength(1);
  });
});
