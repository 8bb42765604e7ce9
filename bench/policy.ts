import { cookieHeader, readJson } from "../scripts/testing/session";
import { type Application, startApplication } from "./harness/application";
import { atMost, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";
import { manyRules, oneRule } from "./policy/rules";

const pipelines = quickOr(1000, 10_000);
const lists = quickOr(5, 25);

type Rows = { items: unknown[] };

await runBench("policy", async (bench) => {
  const world = ["--world", "scale", "--pipelines", String(pipelines), "--executions", "1"];
  const one = await startApplication(bench, { name: "one", world, permissions: oneRule });
  const many = await startApplication(bench, { name: "many", world, permissions: manyRules });
  console.log(`Reading the names of ${pipelines} pipelines ...`);
  for (const app of [one, many]) await untilListed(app);
  const list = (app: Application) => () => listMs(app);
  await interleave(quickOr(1, 2), { one: list(one), many: list(many) });
  const took = await interleave(quickOr(2, 6), { one: list(one), many: list(many), again: list(one) });
  for (const [name, values] of Object.entries(took))
    console.log(`  ${name.padEnd(6)} ${values.map((value) => value.toFixed(1)).join("  ")} ms a list`);
  return [
    atMost(1.2, ratio(took.many, took.one), {
      name: `policy: list of ${pipelines} pipelines, 500 rules ÷ 1 rule`,
      unit: "×",
      notes: `median ${median(took.many).toFixed(1)} against ${median(took.one).toFixed(1)} ms a list, all of them seen by both`,
    }),
    informs(ratio(took.again, took.one), {
      name: "policy: noise",
      unit: "×",
      notes: "1 rule ÷ itself",
    }),
  ];
});

/** Milliseconds one whole list takes, on the average of some in a row. */
async function listMs({ url, session }: Application): Promise<number> {
  const headers = { cookie: cookieHeader(session) };
  const began = performance.now();
  for (let index = 0; index < lists; index += 1)
    await (await fetch(`${url}/api/pipelines`, { headers })).arrayBuffer();
  return (performance.now() - began) / lists;
}

async function untilListed({ url, session }: Application): Promise<void> {
  for (;;) {
    const { items } = await readJson<Rows>(url, session, "/api/pipelines");
    if (items.length === pipelines) return;
  }
}
