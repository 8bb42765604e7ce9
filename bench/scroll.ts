import { startApplication } from "./harness/application";
import { startBrowser } from "./harness/browser";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { readWholeHistory } from "./scroll/read-whole-history";
import { type Scrolled, scrollHistory, scrollPlainList } from "./scroll/scroll-page";

const executions = 10_000;

await runBench("scroll", async (bench) => {
  const world = ["--world", "scale", "--pipelines", "1", "--executions", String(executions)];
  const app = await startApplication(bench, { name: "scale", world });
  console.log(`Reading ${executions} executions once, at ten requests a second ...`);
  const history = await readWholeHistory(app);
  const browser = await startBrowser(bench.shutdown);
  const rounds = await interleave(quickOr(1, 5), {
    history: () => scrollHistory(browser, app, history),
    plain: () => scrollPlainList(browser, app, history.rows),
  });
  const names = [...(rounds.history[0]?.keys() ?? [])];
  for (const name of names) {
    const line = (side: readonly Scrolled[]) =>
      side.map((round) => Math.round(round.get(name)?.wallMs ?? Number.NaN)).join("  ");
    console.log(`  ${name.padEnd(24)} ${line(rounds.history)} ms; plain list ${line(rounds.plain)} ms`);
  }
  const ways = `${rounds.history.length} rounds of ${names.length} ways of scrolling`;
  return [
    atMost(50, longest(rounds.history, "wallMs"), {
      name: `scroll: longest task, ${history.rows} executions`,
      unit: "ms",
      notes: `${over50(rounds.history)} tasks over 50 ms in ${ways}`,
    }),
    atMost(50, longest(rounds.history, "cpuMs"), {
      name: "scroll: most processor time of a task",
      unit: "ms",
      notes: "what it takes when nothing else wants the processor",
    }),
    informs(longest(rounds.plain, "wallMs"), {
      name: "scroll: noise",
      unit: "ms",
      notes: `longest task of a list of plain text without a script, scrolled alike; ${over50(rounds.plain)} over 50 ms`,
    }),
  ];
});

function longest(rounds: readonly Scrolled[], by: "wallMs" | "cpuMs"): number {
  return Math.max(...rounds.flatMap((round) => [...round.values()].map((task) => task[by])));
}

function over50(rounds: readonly Scrolled[]): number {
  return rounds.flatMap((round) => [...round.values()]).reduce((sum, task) => sum + task.over50, 0);
}
