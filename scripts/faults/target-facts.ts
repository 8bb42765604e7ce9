import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { percentile } from "../testing/percentile";
import { readJson, type Session, signIn } from "../testing/session";
import { troubledTargets } from "./twenty-targets";

type Targets = { items: { id: string; freshness: { kind: string; asOf: string | null } }[]; now: string };

/**
 * Twenty targets, one hung, one throttled, one denied, one answering garbage: the others are as fresh as in calm.
 *
 * @param watchMs how long their ages are looked at, in calm and in trouble: whole sweeps of 15 s, since ages grow from
 * nothing to a sweep and begin anew; the mean over another second more would say in which part of a sweep that was
 */
export function targetFacts(town: Town, watchMs: number): Fact[] {
  let url: string;
  let session: Session;
  let calm = { meanMs: 0, p95Ms: 0 };
  let mendedMono = 0;
  const targets = () => readJson<Targets>(url, session, "/api/targets");
  const others = ({ items }: Targets) =>
    items.filter(({ id }) => troubledTargets.every((it) => it.id !== id));

  const ages = async () => {
    const agesMs: number[] = [];
    const endAt = performance.now() + watchMs;
    while (performance.now() < endAt) {
      const said = await targets();
      for (const { id, freshness } of others(said)) {
        must(freshness.kind === "live", `${id} is ${freshness.kind}`);
        agesMs.push(Date.parse(said.now) - Date.parse(freshness.asOf ?? ""));
      }
      await delay(100);
    }
    must(agesMs.every(Number.isFinite), "a target has no age");
    return {
      meanMs: agesMs.reduce((sum, ageMs) => sum + ageMs, 0) / agesMs.length,
      p95Ms: percentile(agesMs, 0.95),
    };
  };
  const everyLive = async () => (await targets()).items.every(({ freshness }) => freshness.kind === "live");

  return [
    {
      name: "twenty targets are read",
      run: async () => {
        ({ url } = await town.oneServer());
        session = await signIn(url, "viewer");
        const tookMs = await until("every target live", 60_000, everyLive);
        calm = await ages();
        return `after ${Math.round(tookMs)} ms; then ${inSeconds(calm)} old`;
      },
    },
    {
      name: "one hangs, one is throttled, one denied, one answers garbage: the other sixteen are as fresh as in calm (1.1)",
      run: async () => {
        for (const { account, region, fault } of troubledTargets)
          await town.fault({ account, region, ...fault });
        const troubled = await ages();
        const mean = troubled.meanMs / calm.meanMs;
        const p95 = troubled.p95Ms / calm.p95Ms;
        must(p95 <= 1.1, `p95 ${p95.toFixed(3)} of the calm: ${inSeconds(troubled)} old`);
        must(mean <= 1.1, `mean ${mean.toFixed(3)} of the calm: ${inSeconds(troubled)} old`);
        return `${inSeconds(troubled)} old: p95 ${p95.toFixed(3)}, mean ${mean.toFixed(3)} of the calm`;
      },
    },
    {
      name: "each of the four says its trouble, and then they work again",
      run: async () => {
        const said = new Map<string, string>();
        await until(`${troubledTargets.map(({ says }) => says).join(", ")}`, 60_000, async () => {
          for (const { id, freshness } of (await targets()).items) said.set(id, freshness.kind);
          return troubledTargets.every(({ id, says }) => said.get(id) === says);
        });
        await town.mend();
        mendedMono = performance.now();
        return troubledTargets.map(({ id }) => `${id}: ${said.get(id)}`).join(", ");
      },
    },
    {
      name: "what is over is over: all are live again by themselves",
      run: async () => {
        await until("every target live", 60_000, everyLive);
        return `after at most ${Math.round(performance.now() - mendedMono)} ms`;
      },
    },
  ];
}

function inSeconds({ meanMs, p95Ms }: { meanMs: number; p95Ms: number }): string {
  return `${(meanMs / 1000).toFixed(1)} s (p95 ${(p95Ms / 1000).toFixed(1)} s)`;
}
