import fc from "fast-check";
import { expect, test } from "vitest";
import type { PipelineChange } from "@/lib/contract/live";
import { type ChangeLog, changesAfter, logged } from "./change-log";

const change = (target: string, version: number): PipelineChange => ({ target, name: "a", version });

test("who knows what the log begins with is told the rest; who knows less cannot be", () => {
  const log = logged({ base: { prod: 4, dev: 9 }, changes: [] }, [change("prod", 5), change("prod", 6)]);
  expect(changesAfter(log, { prod: 5, dev: 9 })).toEqual([change("prod", 6)]);
  expect(changesAfter(log, { prod: 6, dev: 12 })).toEqual([]);
  expect(changesAfter(log, { prod: 3, dev: 9 })).toBeNull();
  expect(changesAfter(log, { prod: 5 })).toBeNull();
});

test("a log that forgets never leaves out a change it claims to know", () => {
  const targets = fc.array(fc.constantFrom("prod", "dev"), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(targets, { maxLength: 100 }), fc.nat(4000), fc.nat(4000), (batches, prod, dev) => {
      let log: ChangeLog = { base: { prod: 0, dev: 0 }, changes: [] };
      const versions = { prod: 0, dev: 0 };
      const all: PipelineChange[] = [];
      for (const batch of batches) {
        const more = batch.map((target) => {
          const of = target === "prod" ? "prod" : "dev";
          versions[of] += 1;
          return change(of, versions[of]);
        });
        all.push(...more);
        log = logged(log, more);
      }
      const known = { prod, dev };
      const told = changesAfter(log, known);
      if (told !== null)
        expect(told).toEqual(all.filter((it) => it.version > (it.target === "prod" ? prod : dev)));
    }),
  );
});
