/**
 * What a step of `npm test` found. `report` is what a person needs to mend it, shown when something failed; `remarks`
 * are shown always.
 */
export type Outcome = {
  passed: number;
  failed: number;
  skipped: number;
  report: string;
  remarks?: string[];
};

/** A tool that says yes or no counts as one. */
export function verdict(ok: boolean, report: string): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, report: ok ? "" : report.trim() };
}

/** The last line of a run: `N passed, M failed`, and how many were skipped, if any. */
export function summary(outcomes: Outcome[]): string {
  const sum = (part: "passed" | "failed" | "skipped") => outcomes.reduce((total, it) => total + it[part], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
