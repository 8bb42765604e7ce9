import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../scripts/processes/worded-error";
import { codePipelineCalls } from "../scripts/testing/emulator-control";
import { readJson } from "../scripts/testing/session";
import { type Application, startApplication } from "./harness/application";
import { atMost, informs } from "./harness/figure";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { openCrowd } from "./live/open-crowd";

const many = quickOr(30, 300);
const lookMs = quickOr(20_000, 180_000);
/** A page of one pipeline asks again this often while its stream is live. */
const againMs = 10_000;
const pages = ["checkout-web", "orders-api", "payments-gateway"];
const pipelines = 42;

/** Upstream calls of the same world in the same minutes, with one viewer and with very many. */
await runBench("viewers", async (bench) => {
  const one = await world(bench, "one");
  const crowd = await world(bench, "crowd");
  const again = await world(bench, "again");
  for (const app of [one, crowd, again]) await untilRead(app, pipelines, 60_000);
  console.log(`${many} viewers and one look for ${lookMs / 1000} s, side by side ...`);
  const [single, all, repeated] = await Promise.all([
    callsWhile(one, 1),
    callsWhile(crowd, many),
    callsWhile(again, 1),
  ]);
  return [
    atMost(1.05, all / single, {
      name: `viewers: upstream calls, ${many} ÷ 1`,
      unit: "×",
      notes: `${all} against ${single} calls in ${lookMs / 1000} s; everybody has the overview's stream and one page open: ${pages.join(", ")} in turns`,
    }),
    informs(repeated / single, {
      name: "viewers: noise",
      unit: "×",
      notes: "one viewer ÷ another in a world of the same seed",
    }),
  ];
});

function world(bench: Bench, name: string): Promise<Application> {
  return startApplication(bench, { name, world: ["--world", "acme", "--seed", "7"] });
}

/** Calls that `count` viewers cause: each holds a stream and has one page of a pipeline open. */
async function callsWhile(app: Application, count: number): Promise<number> {
  const viewers = await openCrowd(app, count);
  await looked(app, 1);
  const before = await codePipelineCalls(app.emulator);
  const endAt = performance.now() + lookMs;
  while (performance.now() < endAt) {
    const roundEndsAt = Math.min(endAt, performance.now() + againMs);
    await looked(app, count);
    await delay(Math.max(0, roundEndsAt - performance.now()));
  }
  const calls = (await codePipelineCalls(app.emulator)) - before;
  const gone = viewers.filter(({ ended }) => ended !== undefined);
  if (gone.length > 0) throw new WordedError(`${gone.length} streams ended: ${gone[0]?.ended}.`);
  for (const viewer of viewers) viewer.close();
  return calls;
}

/** Every viewer's page asks once. The pages are those that one viewer who goes from one to the next has open. */
async function looked(app: Application, count: number): Promise<void> {
  const asked = Math.max(count, pages.length);
  await Promise.all(
    Array.from({ length: asked }, (_, index) =>
      readJson(app.url, app.session, `/api/pipelines/prod-eu/${pages[index % pages.length]}/state`),
    ),
  );
}
