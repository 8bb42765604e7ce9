import { expect, it } from "vitest";
import { runHouseChecks } from "./house-checks";

it("says file, line, what is wrong and which check says so", () => {
  const lines = runHouseChecks([{ path: "lib/domain/age.ts", text: "const at = Date.now();" }], []);
  expect(lines).toContain(
    "lib/domain/age.ts:1 reads the clock or chance; only their ports may (clock-ports)",
  );
});
