import { startApplication } from "./harness/application";
import { type ApplicationPage, applicationPages } from "./harness/application-pages";
import { startBrowser } from "./harness/browser";
import { startEmptyApp } from "./harness/empty-app";
import { atLeast, atMost, type Figure, informs } from "./harness/figure";
import { interleave, type Measured } from "./harness/interleave";
import { median } from "./harness/median";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { axeViolations } from "./page/axe-violations";
import { formFactor, type Scores, startLighthouse, timingWords } from "./page/lighthouse";

const slackPoints = 3;

await runBench("page", async (bench) => {
  const app = await startApplication(bench, { name: "app", world: ["--world", "acme"] });
  const empty = await startEmptyApp(bench.shutdown);
  const pages = await applicationPages(app);
  const audit = await startLighthouse(bench.shutdown);
  const control = () => audit(empty);
  const things: Record<string, Measured<Scores>> = { empty: control, "empty again": control };
  const sessionOf = ({ signedIn }: ApplicationPage) => (signedIn ? app.session : undefined);
  for (const page of pages) things[page.name] = () => audit(app.url + page.path, sessionOf(page));
  const runs = await interleave(quickOr(1, 5), things);
  const score = (name: string, key: "performance" | "accessibility" | "bestPractices") =>
    median((runs[name] ?? []).map((scores) => scores[key]));
  for (const [name, scores] of Object.entries(runs)) {
    console.log(
      `  ${name.padEnd(12)} performance ${scores.map(({ performance }) => performance).join("  ")}`,
    );
    console.log(`      ${timingWords(scores)}`);
    for (const failed of new Set(scores.flatMap((it) => it.failed))) console.log(`      ${failed}`);
  }
  const floor = score("empty", "performance");
  const browser = await startBrowser(bench.shutdown);
  const figures: Figure[] = [];
  for (const page of pages) {
    const { name, path } = page;
    figures.push(
      atLeast(100, score(name, "accessibility"), {
        name: `page: ${name}, accessibility`,
        unit: "points",
        notes: "",
      }),
      atLeast(100, score(name, "bestPractices"), {
        name: `page: ${name}, best practices`,
        unit: "points",
        notes: "",
      }),
      atLeast(floor - slackPoints, score(name, "performance"), {
        name: `page: ${name}, performance`,
        unit: "points",
        notes: `the empty page has ${floor} in the same run; ${formFactor()} settings of Lighthouse`,
      }),
    );
    for (const theme of ["light", "dark"] as const) {
      const found = await axeViolations(browser, { url: app.url, path, session: sessionOf(page) }, theme);
      for (const line of found) console.log(`  axe, ${name}, ${theme}: ${line}`);
      figures.push(
        atMost(0, found.length, { name: `page: ${name}, axe ${theme}`, unit: "violations", notes: "" }),
      );
    }
  }
  const again = score("empty again", "performance") - floor;
  return [
    ...figures,
    informs(again, { name: "page: noise", unit: "points", notes: "performance of the empty page − itself" }),
  ];
});
