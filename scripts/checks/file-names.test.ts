import { expect, it } from "vitest";
import { fileNames } from "./file-names";

it("finds catch-all names and barrels, as file and as folder", () => {
  const bad = [
    "lib/utils.ts",
    "components/ui/index.tsx",
    "lib/helpers/age.ts",
    "lib/domain/types.ts",
    "lib/constants.test.ts",
  ];
  const findings = fileNames.run(bad.map((path) => ({ path, text: "" })));
  expect(findings.map(({ path }) => path)).toEqual(bad);
  expect(fileNames.run([{ path: "lib/domain/age.ts", text: "" }])).toEqual([]);
});
