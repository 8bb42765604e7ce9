import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import type { EmulatedTarget } from "../stack/demo-config";
import { readJson, type Session, signIn } from "../testing/session";

type Freshness = { kind: string; asOf: string | null };
type Targets = { items: { id: string; freshness: Freshness }[]; now: string };

const PROD = "444455556666";
const STAGING = "222233334444";
const DEV = "111122223333";

/** Four targets that will be in trouble, each an account and region of its own. */
const TROUBLED = [
  { id: "hung", account: PROD, region: "us-east-1", fault: { kind: "hang" }, says: "unreachable" },
  { id: "throttled", account: STAGING, region: "us-east-1", fault: { kind: "throttle" }, says: "throttled" },
  { id: "denied", account: DEV, region: "us-east-1", fault: { kind: "accessDenied" }, says: "denied" },
  { id: "garbage", account: STAGING, region: "eu-west-1", fault: { kind: "malformed" }, says: "unreachable" },
];
/** First letters of pipelines: sixteen targets that work, of two accounts. */
const HEALTHY = ["[a-b]*", "[c]*", "[d-f]*", "[g-k]*", "[l-n]*", "[o-o]*", "[p-r]*", "[s-z]*"];

/** Twenty targets, of which four can be troubled apart from the others. */
export const twentyTargets: readonly EmulatedTarget[] = [
  ...TROUBLED.map(({ id, account, region }) => ({ id, name: id, account, region })),
  ...[PROD, DEV].flatMap((account) =>
    HEALTHY.map((include, index) => ({
      id: `${account === PROD ? "prod" : "dev"}-${index + 1}`,
      name: `${account === PROD ? "Prod" : "Dev"} ${include}`,
      account,
      region: "eu-west-1",
      include,
    })),
  ),
];

/** Twenty targets, one hung, one throttled, one denied, one answering garbage: the others are as fresh as in calm. */
export function targetFacts(town: Town, watchMs: number): Fact[] {
  let url: string;
  let session: Session;
  let calmMs = 0;
  const targets = () => readJson<Targets>(url, session, "/api/targets");
  const isTroubled = ({ id }: { id: string }) => TROUBLED.some((one) => one.id === id);

  const ageMs = async () => {
    const ages: number[] = [];
    const endAt = performance.now() + watchMs;
    while (performance.now() < endAt) {
      const { items, now } = await targets();
      for (const item of items.filter((one) => !isTroubled(one)))
        ages.push(Date.parse(now) - Date.parse(item.freshness.asOf ?? ""));
      await delay(250);
    }
    const known = ages.filter((age) => !Number.isNaN(age));
    must(known.length >= ages.length / 2, "targets were not read");
    return known.reduce((sum, age) => sum + age, 0) / known.length;
  };

  return [
    {
      name: "twenty targets are read",
      run: async () => {
        ({ url } = await town.server());
        session = await signIn(url, "viewer");
        const tookMs = await until("every target live", 60_000, async () =>
          (await targets()).items.every(({ freshness }) => freshness.kind === "live"),
        );
        calmMs = await ageMs();
        return `after ${Math.round(tookMs)} ms, then ${Math.round(calmMs)} ms old on average`;
      },
    },
    {
      name: "one hangs, one is throttled, one denied, one answers garbage: each says so",
      run: async () => {
        for (const { account, region, fault } of TROUBLED) await town.fault({ account, region, ...fault });
        const tookMs = await until("each says its trouble", 60_000, async () => {
          const { items } = await targets();
          return TROUBLED.every(
            ({ id, says }) => items.find((item) => item.id === id)?.freshness.kind === says,
          );
        });
        return `after ${Math.round(tookMs)} ms`;
      },
    },
    {
      name: "the other sixteen are as fresh as in calm (at most 1.1 of it)",
      run: async () => {
        const troubledMs = await ageMs();
        const ratio = troubledMs / calmMs;
        must(ratio <= 1.1, `${Math.round(troubledMs)} ms old, ${ratio.toFixed(2)} of the calm`);
        return `${ratio.toFixed(2)} of the calm`;
      },
    },
    {
      name: "what is over is over: all are live again by themselves",
      run: async () => {
        await town.mend();
        const tookMs = await until("every target live", 60_000, async () =>
          (await targets()).items.every(({ freshness }) => freshness.kind === "live"),
        );
        return `after ${Math.round(tookMs)} ms`;
      },
    },
  ];
}
