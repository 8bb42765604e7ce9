import { describe, expect, it } from "vitest";
import { clockPorts } from "./clock-ports";

describe("clock-ports", () => {
  it.each([
    ["lib/server/reads/list.ts", "const at = Date.now();"],
    ["lib/domain/age.ts", "const at = new Date();"],
    ["components/ui/age.tsx", "performance.now()"],
    ["emulator/engine/flow.ts", "const chance = Math.random();"],
    ["emulator/engine/flow.ts", "setTimeout(next, 10);"],
    ["lib/domain/age.ts", 'import { setTimeout } from "node:timers/promises";'],
    ["lib/server/store/receipts.ts", "id: randomUUID()"],
  ])("finds a clock, a timer or chance in %s: %s", (path, text) => {
    expect(clockPorts.run([{ path, text: `const a = 1;\n${text}` }])).toMatchObject([{ path, line: 2 }]);
  });

  it.each([
    ["lib/server/clock.ts", "Date.now()"],
    ["lib/domain/age.ts", "new Date(now - ageMs)"],
    ["lib/server/reads/list.test.ts", "Date.now()"],
    ["scripts/demo.ts", "Date.now()"],
    ["lib/domain/age.ts", "// not Date.now()\n/* nor\n Math.random() */"],
    ["lib/domain/age.ts", 'const words = "Date.now()";'],
    ["lib/server/watch/plan.ts", "setTimeout(wake, waitMs)"],
  ])("lets %s have: %s", (path, text) => {
    expect(clockPorts.run([{ path, text }])).toEqual([]);
  });
});
