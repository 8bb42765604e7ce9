import type { Check } from "./check";

const forbidden = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "types",
  "constants",
  "misc",
  "shared",
  "index",
]);

/** No catch-all files and folders, and no barrels. Kebab-case is Biome's. */
export const fileNames: Check = {
  name: "file-names",
  run: (files) =>
    files
      .filter(({ path }) => /\.(tsx?|mjs)$/.test(path))
      .flatMap(({ path }) => {
        const names = path.split("/").map((part) => part.replace(/\.(test|spec)?\.?(tsx?|mjs)$/, ""));
        const bad = names.find((name) => forbidden.has(name));
        return bad
          ? [{ path, line: 1, message: `"${bad}" says nothing; name the one idea of the file` }]
          : [];
      }),
};
