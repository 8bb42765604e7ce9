import { type Check, isTest, matchingLines, type SourceFile } from "./check";
import { withoutComments } from "./without-comments";

/** The only files that may ask the machine for the time or for chance. */
const ports = [
  "lib/server/clock.ts",
  "lib/server/random.ts",
  "lib/server/new-id.ts",
  "lib/queries/server-now.ts",
  "lib/queries/press-key.ts",
  "emulator/door/wall-clock.ts",
  "emulator/door/emulated-clock.ts",
  "emulator/door/request-ids.ts",
];

/** Here time is data: not even a timer. */
const timerless = /^(lib\/(domain|contract)|emulator\/(engine|operations|providers|shapes|worlds))\//;

const clockOrChance =
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )(?<![.\w])Date\(\s*\)|\bMath\.random\b|\bperformance\.(now|timeOrigin)\b|\bhrtime\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/;
const timer = /\bset(Timeout|Interval|Immediate)\b|timers\/promises/;

/** No clock and no random source outside their ports. Tests may read the machine's. */
export const clockPorts: Check = {
  name: "clock-ports",
  run: (files) => files.filter(inZone).flatMap(findings),
};

function inZone({ path }: SourceFile): boolean {
  return /^(app|components|lib|emulator)\/.+\.tsx?$/.test(path) && !isTest(path) && !ports.includes(path);
}

function findings(file: SourceFile) {
  const code = { path: file.path, text: withoutComments(file.text) };
  return [
    ...matchingLines(code, clockOrChance, "reads the clock or chance; only their ports may"),
    ...(timerless.test(file.path) ? matchingLines(code, timer, "sets a timer where time is data") : []),
  ];
}
