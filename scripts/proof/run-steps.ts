import type { Outcome } from "./outcome";

/** One part of `npm test`, for example the types. */
export type Step = { name: string; run(): Promise<Outcome> };

/** Runs steps one after the other; shows each one's result and time, and the report of what failed. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) outcomes.push(await runStep(step));
  return outcomes;
}

async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  const outcome = await step.run().catch(
    (error: unknown): Outcome => ({
      passed: 0,
      failed: 1,
      skipped: 0,
      report: error instanceof Error ? error.message : String(error),
    }),
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts =
    outcome.passed + outcome.failed > 1 ? `, ${outcome.passed} passed, ${outcome.failed} failed` : "";
  console.log(`${outcome.failed > 0 ? "FAILED" : "ok"}  ${step.name} (${seconds} s${counts})`);
  if (outcome.failed > 0 && outcome.report) console.log(`${indent(outcome.report)}\n`);
  for (const remark of outcome.remarks ?? []) console.log(indent(remark));
  return outcome;
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
