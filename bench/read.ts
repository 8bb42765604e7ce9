import { writeFileSync } from "node:fs";
import path from "node:path";
import { cookieHeader, readJson } from "../scripts/testing/session";
import { startApplication } from "./harness/application";
import { startEmptyApp } from "./harness/empty-app";
import { sameBytesPath } from "./harness/empty-app-sources";
import { atLeast, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { untilRead } from "./harness/until-read";
import { requestsPerSecond } from "./read/requests-per-second";

const state = "/api/pipelines/prod-eu/checkout-web/state";

await runBench("read", async (bench) => {
  const app = await startApplication(bench, { name: "app", world: ["--world", "acme"] });
  const cookie = cookieHeader(app.session);
  const bytes = path.join(bench.folder, "state.json");
  // A server that has only just started may know nothing yet, and its error is not what is measured.
  await untilRead(app, 42, 120_000);
  writeFileSync(bytes, JSON.stringify(await readJson(app.url, app.session, state)));
  const control = (await startEmptyApp(bench.shutdown, bytes)) + sameBytesPath;

  const seconds = quickOr(2, 5);
  const bare = () => requestsPerSecond(control, {}, seconds);
  const ours = () => requestsPerSecond(app.url + state, { cookie }, seconds);
  console.log("Warming up ...");
  await interleave(quickOr(1, 2), { ours, bare });
  const rates = await interleave(quickOr(1, 5), { ours, bare, again: bare });
  for (const [name, values] of Object.entries(rates))
    console.log(`  ${name.padEnd(6)} ${values.map((value) => Math.round(value)).join("  ")} requests/s`);
  const size = Buffer.byteLength(JSON.stringify(await (await fetch(control)).json()));
  return [
    atLeast(0.8, ratio(rates.ours, rates.bare), {
      name: "read: state from cache ÷ bare handler",
      unit: "×",
      notes: `median ${Math.round(median(rates.ours))} against ${Math.round(median(rates.bare))} requests/s, 20 connections, about ${size} bytes, no compression`,
    }),
    informs(ratio(rates.again, rates.bare), {
      name: "read: noise",
      unit: "×",
      notes: "bare handler ÷ itself",
    }),
  ];
});
