/** A file of the project: `path` from the root with forward slashes. */
export type SourceFile = { path: string; text: string };

/** Where a rule is broken; `line` counts from 1. */
export type Finding = { path: string; line: number; message: string };

/** One rule of the house that no other tool enforces. `name` is the file's, `ARCHITECTURE.md` cites it. */
export type Check = { name: string; run(files: SourceFile[]): Finding[] };

/** Every line that matches, as findings. */
export function matchingLines(file: SourceFile, pattern: RegExp, message: string): Finding[] {
  return file.text
    .split("\n")
    .flatMap((text, index) => (pattern.test(text) ? [{ path: file.path, line: index + 1, message }] : []));
}

/** Number of lines, a trailing newline not counted. */
export function lineCount(file: SourceFile): number {
  return file.text.replace(/\n$/, "").split("\n").length;
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$|(^|\/)testing\/|-for-tests\.ts$/.test(path);
}
