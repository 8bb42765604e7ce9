import { expect, test } from "vitest";
import { PagedHistory } from "../watch/paged-history";
import { findInList } from "./find-in-list";

const HOUR = 3_600_000;
const list = Array.from({ length: 1000 }, (_one, index) => ({ id: index, startMs: (1000 - index) * HOUR }));

function history() {
  let reads = 0;
  const paged = new PagedHistory({
    page: async (token) => {
      reads += 1;
      const from = Number(token ?? 0);
      return {
        items: list.slice(from, from + 10),
        ...(from + 10 < list.length ? { nextToken: String(from + 10) } : {}),
      };
    },
    idOf: (item) => String(item.id),
    startMsOf: (item) => item.startMs,
  });
  return { paged, reads: () => reads };
}

const seek = (id: number, startedMs: number) => ({
  isIt: (item: { id: number }) => item.id === id,
  startMsOf: (item: { startMs: number }) => item.startMs,
  startedMs,
});

test("the oldest of a thousand is found, however far back", async () => {
  const { paged } = history();
  await paged.readNewest();
  await findInList(paged, seek(999, HOUR));
  expect(paged.items.some((item) => item.id === 999)).toBe(true);
});

test("what the list does not have is looked for as far back as it would stand, no further", async () => {
  const { paged, reads } = history();
  await paged.readNewest();
  await findInList(paged, seek(5000, 950 * HOUR));
  expect(reads()).toBe(6);
});
