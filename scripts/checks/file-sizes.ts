import { type Check, lineCount, type SourceFile } from "./check";

/** A file has at most 300 lines, a page 30, an API route 40. */
export const fileSizes: Check = {
  name: "file-sizes",
  run: (files) =>
    files.flatMap((file) => {
      const limit = limitOf(file);
      const lines = lineCount(file);
      if (limit === undefined || lines <= limit) return [];
      return [{ path: file.path, line: limit + 1, message: `${lines} lines; at most ${limit}` }];
    }),
};

function limitOf({ path }: SourceFile): number | undefined {
  if (!/\.(tsx?|mjs|css)$/.test(path)) return undefined;
  if (/^app\/(.+\/)?page\.tsx$/.test(path)) return 30;
  if (/^app\/api\/.+\/route\.ts$/.test(path)) return 40;
  return 300;
}
