import { type Check, type Finding, matchingLines, type SourceFile } from "./check";

const testFile = /\.(test|spec)\.tsx?$/;
// In parts, so that the tests of this file may name what it forbids.
const fixedWait = new RegExp(`waitFor${"Timeout"}\\(`);
const shouldTitle = /\b(it|test|describe)\b.*\(\s*["'`]should\b/;
const testId = new RegExp(`getBy${"TestId"}|data-${"testid"}`);

/** Titles state facts, locators are roles and labels, nothing waits for a fixed time, and specs live in e2e only. */
export const testManners: Check = {
  name: "test-manners",
  run: (files) => files.filter(({ path }) => /\.tsx?$/.test(path)).flatMap(findings),
};

function findings(file: SourceFile): Finding[] {
  const found = [
    ...matchingLines(file, testId, "uses a test id; a role or a label finds it"),
    ...matchingLines(file, fixedWait, "waits for a fixed time; wait for what is expected"),
  ];
  if (testFile.test(file.path))
    found.push(...matchingLines(file, shouldTitle, 'the title begins with "should"; state the fact'));
  const isSpec = file.path.includes(".spec.");
  if (isSpec !== (file.path.startsWith("e2e/") && testFile.test(file.path))) {
    found.push({ path: file.path, line: 1, message: "x.spec.ts belongs in e2e, x.test.ts beside its x.ts" });
  }
  return found;
}
