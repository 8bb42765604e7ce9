import { type Check, isTest } from "./check";

/** `import "server-only"` is the first statement of every file of lib/server: the bare string guards nothing. */
export const serverOnlyFirst: Check = {
  name: "server-only-first",
  run: (files) =>
    files
      .filter((file) => /^lib\/server\/.+\.tsx?$/.test(file.path) && !isTest(file.path))
      .filter(
        (file) =>
          !/^import "server-only";/.test(file.text.replace(/^(\s*(\/\/[^\n]*|\/\*[\s\S]*?\*\/))*\s*/, "")),
      )
      .map(({ path }) => ({ path, line: 1, message: 'the first statement is not import "server-only";' })),
};
