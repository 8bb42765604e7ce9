import fc from "fast-check";
import { expect, test } from "vitest";
import { AwsReadError } from "../codepipeline/read-aws";
import { PagedHistory } from "./paged-history";

interface Item {
  id: string;
  startMs: number;
}

/** A list of AWS with pages of `size`; its tokens name a place from the old end, or, when `byOffset`, from the new. */
class Upstream {
  readonly list: Item[] = [];
  reads = 0;
  expired = false;

  constructor(
    readonly size: number,
    readonly byOffset: boolean,
  ) {}

  add(startMs: number): void {
    this.list.unshift({ id: `e${this.list.length}`, startMs });
  }

  page = async (token: string | undefined) => {
    this.reads += 1;
    if (token !== undefined && this.expired) {
      const failure = { code: "InvalidNextTokenException", message: "", ambiguous: false } as const;
      throw new AwsReadError("List", { ...failure, kind: "refused" });
    }
    const number = token === undefined ? 0 : Number(token);
    const from = token === undefined || this.byOffset ? number : this.list.length - number;
    const to = from + this.size;
    const next = this.byOffset ? to : this.list.length - to;
    return {
      items: this.list.slice(from, to),
      ...(to < this.list.length ? { nextToken: String(next) } : {}),
    };
  };

  history(): PagedHistory<Item> {
    return new PagedHistory({
      page: this.page,
      idOf: (item) => item.id,
      startMsOf: (item) => item.startMs,
    });
  }
}

test("no item is lost or doubled while new ones come, however the tokens count", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), count: fc.integer({ min: 1, max: 9 }) }),
    fc.constant({ kind: "newest" as const, count: 0 }),
    fc.constant({ kind: "older" as const, count: 0 }),
    fc.record({ kind: fc.constant("expire" as const), count: fc.integer({ min: 0, max: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { maxLength: 25 }), async (byOffset, steps) => {
      const upstream = new Upstream(3, byOffset);
      for (let n = 0; n < 12; n += 1) upstream.add(1000 + Math.floor(n / 2));
      const history = upstream.history();
      let ms = 2000;
      for (const { kind, count } of steps) {
        if (kind === "add") for (let n = 0; n < count; n += 1) upstream.add(Math.floor(ms++));
        if (kind === "newest") await history.readNewest();
        if (kind === "older") await history.readOlder(history.items.length);
        if (kind === "expire") upstream.expired = count === 1;
        const ids = history.items.map((item) => item.id);
        expect(new Set(ids).size).toBe(ids.length);
        const [newest] = history.items;
        const from = upstream.list.findIndex((item) => item.id === newest?.id);
        const whole = upstream.list.slice(from, from + ids.length).map((item) => item.id);
        if (newest) expect([...ids].sort()).toEqual([...whole].sort());
      }
      upstream.expired = false;
      while (!history.complete) await history.readOlder(history.items.length);
      await history.readNewest();
      while (!history.complete) await history.readOlder(history.items.length);
      expect(new Set(history.items.map((item) => item.id))).toEqual(
        new Set(upstream.list.map((item) => item.id)),
      );
    }),
    { numRuns: 300 },
  );
});

test("ten who look for the same older page make one read", async () => {
  const upstream = new Upstream(3, false);
  for (let n = 0; n < 12; n += 1) upstream.add(n);
  const history = upstream.history();
  await history.readNewest();
  await Promise.all(Array.from({ length: 10 }, () => history.readOlder(3)));
  expect(upstream.reads).toBe(2);
  expect(history.items).toHaveLength(6);
});

test("a list that is another one by now replaces all that was known of the old one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 }),
      async (byOffset, before, after) => {
        const upstream = new Upstream(3, byOffset);
        const fill = (numbers: number[]) => {
          const list = numbers.toSorted((a, b) => b - a).map((n) => ({ id: `e${n}`, startMs: n }));
          upstream.list.splice(0, upstream.list.length, ...list);
        };
        fill(before);
        const history = upstream.history();
        while (!history.complete) await history.readOlder(history.items.length);
        fill(after);
        await history.readNewest();
        const kept = history.items.map((item) => item.id);
        const newest = upstream.list.slice(0, 3).map((item) => item.id);
        expect(kept.slice(0, 3)).toEqual(newest);
        if (upstream.list.length <= 3) expect(kept).toEqual(newest);
      },
    ),
  );
});
