import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { demoTargets } from "../stack/demo-config";
import { percentile } from "../testing/percentile";
import { cookieHeader, readJson, type Session, signIn } from "../testing/session";

type Listed = { items: { name: string; asOf: string | null }[]; freshness: Record<string, { kind: string }> };

const TARGET = "dev-eu";
/** AWS serves so many a second; the server is not told. */
const RATE = 100;

/** Where the pipelines are: a short brownout is one target's. */
export const BROWNOUT_TARGETS = demoTargets.filter(({ id }) => id === TARGET);

/** How many pipelines there are, and how long calm and brownout are looked at. */
export interface Brownout {
  pipelines: number;
  calmMs: number;
  /** Longer than a pipeline may stay unread, so that all of them are due at once when AWS is back. */
  brownMs: number;
}

/** Flags of the emulator: one account with all pipelines, at a standing clock, with a bucket of its own. */
export function brownoutWorld({ pipelines }: Brownout): string[] {
  return [
    ...["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"],
    ...["--clock", "manual", "--rate", String(RATE), "--burst", String(RATE)],
  ];
}

/** All of AWS fails: reads are answered from what is known, AWS is left alone, and comes back by itself. */
export function brownoutFacts(town: Town, { pipelines, calmMs, brownMs }: Brownout): Fact[] {
  let url: string;
  let session: Session;
  let paths: string[] = [];
  let calm = { callsPerSecond: 0, p95Ms: 0 };
  const list = () => readJson<Listed>(url, session, "/api/pipelines");
  const kind = async () => (await list()).freshness[TARGET]?.kind;

  const read = async (path: string) => {
    const began = performance.now();
    const response = await fetch(url + path, { headers: { cookie: cookieHeader(session) } });
    const text = await response.text();
    must(response.status === 200, `GET ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return performance.now() - began;
  };
  const watched = async (watchMs: number) => {
    const before = await town.everyRequest();
    const tookMs: number[] = [];
    const endAt = performance.now() + watchMs;
    while (performance.now() < endAt) {
      for (const path of paths) tookMs.push(await read(path));
      await delay(50);
    }
    const calls = (await town.everyRequest()) - before;
    const callsPerSecond = (calls / watchMs) * 1000;
    return { calls, callsPerSecond, p95Ms: percentile(tookMs, 0.95), reads: tookMs.length };
  };

  return [
    {
      name: `${pipelines} pipelines are read, and read again`,
      run: async () => {
        ({ url } = await town.oneServer());
        session = await signIn(url, "viewer");
        await until("every pipeline read", 120_000, async () => {
          const { items } = await list();
          return items.length === pipelines && items.every(({ asOf }) => asOf !== null);
        });
        await until("the target live", 60_000, async () => (await kind()) === "live");
        const [name] = (await list()).items.map((item) => item.name);
        const pages = ["", "/state", "/executions"].map((part) => `/api/pipelines/${TARGET}/${name}${part}`);
        paths = ["/api/pipelines?limit=100", "/api/targets", "/api/receipts", ...pages];
        for (const path of paths) await read(path);
        const seen = await watched(calmMs);
        calm = seen;
        return `${seen.calls} calls in ${calmMs / 1000} s, p95 of reads ${calm.p95Ms.toFixed(1)} ms`;
      },
    },
    {
      name: "all of AWS answers 503: from that moment every read is answered, p95 at most 1.2 of the calm, and AWS gets at most 5 % of the calls",
      run: async () => {
        await town.fault({ kind: "unavailable503" });
        const brown = await watched(brownMs);
        const calls = brown.callsPerSecond / calm.callsPerSecond;
        const p95 = brown.p95Ms / calm.p95Ms;
        must(calls <= 0.05, `${brown.calls} calls, ${calls.toFixed(3)} of the calm`);
        must(p95 <= 1.2, `p95 ${brown.p95Ms.toFixed(1)} ms, ${p95.toFixed(2)} of the calm`);
        must((await kind()) === "unreachable", `the target says ${await kind()}`);
        return `${brown.reads} reads, all answered; p95 ${p95.toFixed(2)} of the calm; ${brown.calls} calls, ${calls.toFixed(3)}`;
      },
    },
    {
      name: "AWS is back: so is the target, by itself, every pipeline is read once, and none of it is throttled (0.5 %)",
      run: async () => {
        const before = { calls: await town.requestsByOperation(), throttled: await town.throttled() };
        await town.mend();
        const mendedAt = new Date().toISOString();
        const tookMs = await until("the target live", 60_000, async () => (await kind()) === "live");
        await until("every pipeline read again", 60_000, async () =>
          (await list()).items.every(({ asOf }) => (asOf ?? "") > mendedAt),
        );
        const made = Object.entries(await town.requestsByOperation()).map(
          ([operation, count]) => [operation, count - (before.calls[operation] ?? 0)] as const,
        );
        const calls = made.reduce((sum, [, count]) => sum + count, 0);
        const told = made.map(([operation, count]) => `${operation} ${count}`).join(", ");
        const throttled = (await town.throttled()) - before.throttled;
        must(calls <= 1.5 * pipelines, `${calls} calls for ${pipelines} pipelines: ${told}`);
        must(
          throttled <= Math.max(1, 0.005 * calls),
          `${throttled} of ${calls} calls were throttled: ${told}`,
        );
        return `live after ${Math.round(tookMs)} ms; ${calls} calls (${told}), ${throttled} throttled`;
      },
    },
  ];
}
