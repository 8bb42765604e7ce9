import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { type HistoryFilter, historyMatcher } from "@/lib/domain/history-filter";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { type SearchPlace, searchExecutions } from "./execution-search";
import { keepExecutions } from "./executions";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await keepExecutions(ALL.map((execution) => ({ ...PLACE, execution })));
  await keepExecutions(ALL.slice(0, 50).map((execution) => ({ ...PLACE, pipeline: "other", execution })));
});
afterAll(() => database.drop());

const PLACE = { target: "prod-eu", pipeline: "shop" };
const STATUSES = ["Succeeded", "Failed", "Stopped", "Superseded"] as const;
const PEOPLE = ["Sofia Ferreira", "r.kaya", "Jun Tanaka"] as const;
const MESSAGES = ["SHOP-12: round VAT", "Drop 'coupon' \\ field", "注文画面 🚀", "עגלה <b>bold</b>"] as const;
const HOUR_MS = 3_600_000;
/** More than are looked at one by one. */
const COUNT = 4000;
const ALL = Array.from({ length: COUNT }, (_, index) => execution(index));

function execution(index: number): UnplacedExecution {
  const at = new Date(Date.UTC(2026, 10, 21) - Math.floor(index / 3) * HOUR_MS).toISOString();
  const author = PEOPLE[index % 7 === 0 ? 2 : index % 2];
  return {
    id: `${(index * 7919).toString(16).padStart(8, "0")}-4000`,
    status: STATUSES[index % 40 === 0 ? 1 : index % 1300 === 5 ? 2 : 0] ?? "Succeeded",
    startedAt: at,
    updatedAt: at,
    revisions: [
      {
        action: "App",
        id: (index * 104_729).toString(16).padStart(40, "0").split("").reverse().join(""),
        shortId: "x",
        summary: `${MESSAGES[index % 4]} ${index}`,
        author,
      },
    ],
    trigger: { type: index % 5 === 0 ? "StartPipelineExecution" : "WebhookV2", text: "push", by: author },
    executionType: "STANDARD",
  };
}

async function everyPage(filter: HistoryFilter, limit = 100): Promise<string[]> {
  const ids: string[] = [];
  let after: SearchPlace | undefined;
  for (let page = 0; page < 500; page += 1) {
    const found = await searchExecutions(PLACE, filter, { after, limit });
    ids.push(...found.items.map((item) => item.execution.id));
    if (found.complete) return ids;
    const last = found.items.at(-1)?.execution.startedAt;
    const startMs = found.searchedToMs ?? Date.parse(last ?? "");
    const same = ALL.filter((one) => Date.parse(one.startedAt ?? "") === startMs).map(({ id }) => id);
    after = { startMs, ids: same.filter((id) => ids.includes(id) || found.searchedToMs !== undefined) };
  }
  throw new Error("the pages do not end");
}

const expected = (filter: HistoryFilter) => ALL.filter(historyMatcher(filter)).map(({ id }) => id);

describe("what is found, page by page, is what the rule wants, newest first", () => {
  it.each<HistoryFilter>([
    {},
    { statuses: ["Failed"] },
    { statuses: ["Stopped", "Failed"] },
    { statuses: ["Teleported"] },
    { triggers: ["StartPipelineExecution"], author: "tanaka" },
    { q: "3999" },
    { q: "shop-12 39" },
    { q: "2 3" },
    { q: "coupon 'field\\" },
    { q: "🚀", author: "r.kaya" },
    { q: "z" },
    { revision: "f" },
    { from: "2026-11-01T00:00:00.000Z", to: "2026-11-10T00:00:00Z", statuses: ["Failed"] },
    { to: "2026-10-10T00:00:00.000Z", q: "39" },
  ])("%j", async (filter) => {
    const ids = await everyPage(filter);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(expected(filter).toSorted());
    const starts = ids.map((id) => ALL.find((one) => one.id === id)?.startedAt ?? "");
    expect(starts).toEqual(starts.toSorted().toReversed());
  });

  it("for any filter", async () => {
    const text = fc.oneof(
      fc.constantFrom("shop-12", "vat", "1", "39", "kaya", "🚀", "'", "\\", "a"),
      fc.string(),
    );
    const filters = fc.record(
      {
        statuses: fc.subarray([...STATUSES]),
        triggers: fc.subarray(["WebhookV2", "StartPipelineExecution"]),
        author: fc.constantFrom("sofia", "Ferreira", "r.k", "nobody"),
        revision: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 1, maxLength: 3 }),
        q: text,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        expect((await everyPage(filter, 400)).toSorted()).toEqual(expected(filter).toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

it("words of the whole message find an execution though only its first line is shown", async () => {
  const [one] = ALL;
  if (!one) throw new Error("there is a first");
  await keepExecutions([{ ...PLACE, pipeline: "body", execution: one, moreWords: ["shop-99"] }]);
  const found = await searchExecutions({ ...PLACE, pipeline: "body" }, { q: "SHOP-99" }, { limit: 5 });
  expect(found.items.map((item) => item.execution.id)).toEqual([one.id]);
});

it("a status that moved on is found under the new one alone", async () => {
  const place = { ...PLACE, pipeline: "moved" };
  const one = { ...execution(1), status: "InProgress" };
  await keepExecutions([{ ...place, execution: one, ran: { Source: "Succeeded" } }]);
  const later = { ...one, status: "Failed", updatedAt: "2026-11-22T00:00:00.000Z" };
  const withoutAuthor = { ...later, revisions: later.revisions.map(({ author: _, ...rest }) => rest) };
  await keepExecutions([{ ...place, execution: withoutAuthor }]);
  const of = async (filter: HistoryFilter) => (await searchExecutions(place, filter, { limit: 5 })).items;
  expect(await of({ statuses: ["InProgress"] })).toEqual([]);
  const [failed] = await of({ statuses: ["Failed"], author: "kaya" });
  expect(failed?.execution).toEqual(later);
  expect(failed?.ran).toBeUndefined();
});
