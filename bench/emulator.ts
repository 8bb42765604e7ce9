import { writeFileSync } from "node:fs";
import path from "node:path";
import { failWhenEnded, startChild } from "../scripts/processes/managed-child";
import { WordedError } from "../scripts/processes/worded-error";
import { startEmulator } from "../scripts/stack/emulator";
import { root } from "../scripts/stack/folders";
import { signedLoad } from "./emulator/signed-load";
import { signedRequest } from "./emulator/signed-request";
import { atLeast, informs } from "./harness/figure";
import { interleave } from "./harness/interleave";
import { median } from "./harness/median";
import { ratio } from "./harness/ratio";
import { type Bench, runBench } from "./harness/run-bench";
import { quickOr } from "./harness/settings";

const keys = { accessKeyId: "AKIA444455556666", secretAccessKey: "emulator" };
const call = {
  keys,
  region: "eu-west-1",
  operation: "GetPipelineState",
  input: { name: "checkout-web" },
};

await runBench("emulator", async (bench) => {
  const emulator = await startEmulator(["--port", "0", "--clock", "manual"], "quiet");
  bench.shutdown.add(() => emulator.child.stop());
  const request = await signedRequest(emulator.url, call);
  const answer = await fetch(emulator.url, { method: "POST", headers: request.headers, body: request.body });
  if (answer.status !== 200) throw new WordedError(`GetPipelineState answered ${answer.status}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const control = await signedRequest(await startBareServer(bench, bytes), call);

  const seconds = quickOr(1, 5);
  const bare = () => signedLoad(control, seconds);
  const ours = () => signedLoad(request, seconds);
  console.log("Warming up ...");
  await interleave(quickOr(1, 2), { ours, bare });
  const rates = await interleave(quickOr(1, 7), { ours, bare, again: bare });
  for (const [name, values] of Object.entries(rates))
    console.log(`  ${name.padEnd(6)} ${values.map((value) => Math.round(value)).join("  ")} requests/s`);
  return [
    atLeast(0.6, ratio(rates.ours, rates.bare), {
      name: "emulator: GetPipelineState ÷ bare server",
      unit: "×",
      notes: `median ${Math.round(median(rates.ours))} against ${Math.round(median(rates.bare))} requests/s, 20 connections, ${bytes.length} bytes`,
    }),
    informs(ratio(rates.again, rates.bare), {
      name: "emulator: noise",
      unit: "×",
      notes: "bare server ÷ itself",
    }),
  ];
});

/** Starts the control: it checks the same signature by itself and answers `bytes`. Answers its address. */
async function startBareServer({ folder, shutdown }: Bench, bytes: Buffer): Promise<string> {
  const file = path.join(folder, "state.json");
  writeFileSync(file, bytes);
  const child = startChild({
    label: "The bare server",
    args: ["--import", "tsx", path.join(root, "bench/emulator/bare-server.ts"), file, keys.secretAccessKey],
    cwd: root,
    env: process.env,
    output: "quiet",
  });
  shutdown.add(() => child.stop());
  const ready = new Promise<string>((resolve) => {
    child.onLine((line) => {
      const found = /^bare server ready (\S+)/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
  });
  return await Promise.race([ready, failWhenEnded(child)]);
}
