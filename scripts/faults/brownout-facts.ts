import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { cookieHeader, readJson, type Session, signIn } from "../testing/session";

type Listed = { items: { name: string; asOf: string | null }[]; freshness: Record<string, { kind: string }> };

export const PIPELINES = 300;
const TARGET = "dev-eu";

/** All of AWS fails: reads are answered from what is known, AWS is left alone, and comes back by itself. */
export function brownoutFacts(town: Town, watchMs: number): Fact[] {
  let url: string;
  let session: Session;
  let calm = { calls: 0, p95Ms: 0 };
  const list = () => readJson<Listed>(url, session, "/api/pipelines");
  const kind = async () => (await list()).freshness[TARGET]?.kind;

  const watched = async () => {
    const before = await town.allRequests();
    const tookMs: number[] = [];
    const endAt = performance.now() + watchMs;
    while (performance.now() < endAt) {
      for (const path of ["/api/pipelines?limit=100", "/api/targets", "/api/receipts"]) {
        const began = performance.now();
        const response = await fetch(url + path, { headers: { cookie: cookieHeader(session) } });
        await response.arrayBuffer();
        tookMs.push(performance.now() - began);
        must(response.status === 200, `GET ${path} answered ${response.status}`);
      }
      await delay(50);
    }
    const sorted = tookMs.toSorted((a, b) => a - b);
    const p95Ms = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
    return { calls: (await town.allRequests()) - before, p95Ms };
  };

  return [
    {
      name: `${PIPELINES} pipelines are read, and read again`,
      run: async () => {
        ({ url } = await town.server());
        session = await signIn(url, "viewer");
        await until("every pipeline read", 120_000, async () => {
          const { items } = await list();
          return items.length === PIPELINES && items.every(({ asOf }) => asOf !== null);
        });
        await until("the target live", 60_000, async () => (await kind()) === "live");
        calm = await watched();
        return `${calm.calls} calls in ${watchMs / 1000} s`;
      },
    },
    {
      name: "all of AWS answers 503: every read is answered, as fast as in calm (p95 at most 1.2 of it), and AWS is left alone (5 %)",
      run: async () => {
        await town.fault({ kind: "unavailable503" });
        await until("the target unreachable", 60_000, async () => (await kind()) === "unreachable");
        const brown = await watched();
        const calls = brown.calls / calm.calls;
        const p95 = brown.p95Ms / calm.p95Ms;
        must(calls <= 0.05, `${brown.calls} calls, ${calls.toFixed(3)} of the calm`);
        must(p95 <= 1.2, `p95 ${brown.p95Ms.toFixed(1)} ms, ${p95.toFixed(2)} of the calm`);
        return `${brown.calls} calls, ${calls.toFixed(3)}; p95 ${p95.toFixed(2)} of the calm`;
      },
    },
    {
      name: "AWS is back: so is the target, by itself, and nobody reads everything twice",
      run: async () => {
        const before = await town.allRequests();
        await town.mend();
        const tookMs = await until("the target live", 120_000, async () => (await kind()) === "live");
        const calls = (await town.allRequests()) - before;
        must(calls <= 2 * PIPELINES, `${calls} calls for ${PIPELINES} pipelines`);
        return `after ${Math.round(tookMs)} ms and ${calls} calls`;
      },
    },
  ];
}
